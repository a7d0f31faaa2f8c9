// Which language people are spoken to in: --lang, else what the environment says, else English.
#include <cstdlib>

#include <assay/messages.hpp>

#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

struct Spoken {
  std::string tag = "en";
  bool named = false;
};

Spoken& spoken() {
  static Spoken now;
  return now;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// As POSIX and GNU gettext have it: LC_ALL, LC_MESSAGES, LANG; LANGUAGE lists more, unless the locale is C.
std::string_view of_environment() {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (locale = variable(name); !locale.empty()) break;
  const std::string bare = locale.substr(0, locale.find('.'));
  if (bare.empty() || bare == "C" || bare == "POSIX") return "en";
  std::string wishes = variable("LANGUAGE");
  wishes += (wishes.empty() ? "" : ":") + locale;
  for (std::size_t at = 0; at < wishes.size();) {
    const std::size_t end = std::min(wishes.find(':', at), wishes.size());
    if (const auto found = match_language(std::string_view(wishes).substr(at, end - at)); !found.empty()) return found;
    at = end + 1;
  }
  return "en";
}

}  // namespace

void choose_language(int argc, char** argv) {
  std::string wanted;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") break;
    if (word == "--lang" && i + 1 < argc) wanted = argv[i + 1];
    if (word.starts_with("--lang=")) wanted = word.substr(7);
  }
  choose_language(wanted);
}

void choose_language(const std::string& wanted) {
  Spoken& now = spoken();
  now.named = !wanted.empty();
  now.tag = now.named ? match_language(wanted) : of_environment();
  if (!now.tag.empty()) return;
  now.tag = "en";
  std::string tags;
  for (const LanguageInfo& language : language_table()) tags += (tags.empty() ? "" : ", ") + std::string(language.tag);
  complain("there is no language \"" + wanted + "\"; English is used. Languages are " + tags);
}

const std::string& language() { return spoken().tag; }

std::string language_of_report(bool for_people) { return for_people || spoken().named ? spoken().tag : "en"; }

}  // namespace assay::cli_detail
