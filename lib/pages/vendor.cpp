// Which files are not the author's own words.
#include <algorithm>
#include <array>

#include "pages/contents.hpp"

namespace assay {
namespace {

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

}  // namespace

namespace pages_detail {

// Folders that only tools make.
bool in_tool_folder(std::string_view path) {
  constexpr std::array<std::string_view, 8> folders = {
      "/node_modules/", "/bower_components/", "/jquery/",      "/bootstrap/",
      "/mathjax/",      "/tinymce/",          "/scormdriver/", "/h5p."};
  const std::string lower = "/" + lower_case(path);
  return std::any_of(folders.begin(), folders.end(),
                     [&](std::string_view folder) { return lower.find(folder) != std::string::npos; });
}

bool is_driver(std::string_view path) { return ("/" + lower_case(path)).find("/scormdriver/") != std::string::npos; }

// Folders that tools and authors make. Below a folder that a launch page stands in, its name tells nothing.
bool in_shared_folder(std::string_view path, const std::set<std::string_view>& launch_folders) {
  constexpr std::array<std::string_view, 15> folders = {"lib",    "libs",         "libraries", "vendor", "vendors",
                                                        "player", "locale",       "locales",   "lang",   "langs",
                                                        "i18n",   "translations", "plugins",   "dist",   "language"};
  for (std::size_t from = 0, end = path.find('/'); end != path.npos; from = end + 1, end = path.find('/', from)) {
    const std::string name = lower_case(path.substr(from, end - from));
    if (std::find(folders.begin(), folders.end(), name) != folders.end() &&
        !launch_folders.contains(path.substr(0, end + 1)))
      return true;
  }
  return false;
}

// By the name of a script, style or data file.
bool is_known_library(std::string_view path) {
  constexpr std::array<std::string_view, 16> names = {
      ".min.", "jquery",     "bootstrap", "modernizr", "require.js", "mediaelement", "swfobject", "mathjax",
      "scorm", "apiwrapper", "polyfill",  "lang-",     "tincan",     "xapi",         "analytics", "video-js"};
  const std::string file = lower_case(path.substr(path.rfind('/') + 1));
  if (file.ends_with(".html") || file.ends_with(".htm")) return false;
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return file.find(name) != file.npos; });
}

}  // namespace pages_detail

bool is_system_residue(std::string_view path) {
  if (path.starts_with("__MACOSX/") || path.find("/__MACOSX/") != path.npos) return true;
  const std::string file = lower_case(path.substr(path.rfind('/') + 1));
  return file.starts_with("._") || file.starts_with("~$") || file == ".ds_store" || file == "thumbs.db" ||
         file == "desktop.ini" || file == "ehthumbs.db" || file == ".localized";
}

}  // namespace assay
