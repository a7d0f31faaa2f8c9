// A script: whether it speaks to a learning system, assigns the language of the page, or loads other scripts. Words are
// searched, nothing is understood: what is found here excuses a page, or makes a note, never an error.
#include <cstring>

#include "pages/contents.hpp"

namespace assay::pages_detail {
namespace {

bool has(std::string_view text, std::string_view word) {
  return ::memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

// Calls of SCORM 1.2 and 2004, names of the usual wrappers, AICC and xAPI.
constexpr std::string_view api_words[] = {
    "LMSInitialize", "LMSSetValue", "LMSCommit",  "API_1484_11",    "GetAPI",         "getAPI",
    "findAPI",       "FindAPI",     "pipwerks",   "ScormProcess",   "doLMS",          "doInitialize",
    "scorm",         "SCORM",       "aicc_sid",   "AICC_SID",       "TinCan",         "tincan",
    "sendStatement", "ADL.XAPI",    "xAPI",       "cmi.core",       "cmi.completion", "API.Initialize",
    "fetch=",        "cmi5",        "SetStatus(", "SetReachedEnd(", "loadPage()",     "ProcessGetValue"};

// Ways to set <html lang> at run time; editors and libraries set that of other elements.
bool sets_language(std::string_view script) {
  if (has(script, "documentElement.lang")) return true;
  for (const std::string_view word : {"ttribute(\"lang\"", "ttribute('lang'", "attr(\"lang\"", "attr('lang'"})
    for (std::size_t at = script.find(word); at != script.npos; at = script.find(word, at + word.size())) {
      const std::size_t from = at > 60 ? at - 60 : 0;
      const std::string_view before = script.substr(from, at - from);
      if (has(before, "documentElement") || has(before, "\"html\"") || has(before, "'html'")) return true;
    }
  return false;
}

}  // namespace

void scan_script(std::string_view script, Sink& sink) {
  Page& page = sink.page();
  for (const std::string_view word : api_words) page.uses_api = page.uses_api || has(script, word);
  page.sets_language = page.sets_language || sets_language(script);
  page.loads_scripts = page.loads_scripts || has(script, "createElement(\"script\")") ||
                       has(script, "createElement('script')") || has(script, "$.getScript") || has(script, "import(");
  for (std::size_t at = script.find("document.write("); at != std::string_view::npos;
       at = script.find("document.write(", at + 15)) {
    const std::string_view call = script.substr(at, 300);
    const bool script_tag = has(call, "<script") || has(call, "<scr\"") || has(call, "<scr'");
    page.loads_scripts = page.loads_scripts || script_tag;
    page.writes_remote_script =
        page.writes_remote_script ||
        (script_tag && (has(call, "src=\"http") || has(call, "src='http") || has(call, "src=\\\"http") ||
                        has(call, "src=\"//") || has(call, "src='//") || has(call, "src=\\\"//")));
  }
}

}  // namespace assay::pages_detail
