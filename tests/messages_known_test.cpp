// No text for people is left out of the catalogue: the sources are looked through for pieces of English, and the
// transcripts of the command line for complaints.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <vector>

#include <assay/messages.hpp>

#include "../cli/verbs.hpp"
#include "known_words.hpp"
#include "messages/keys.hpp"
#include "messages/phrases.hpp"

using namespace assay;

namespace {

const std::filesystem::path source_tree = ASSAY_SOURCE_DIR;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The string literals of a C++ source; those beside each other are one. Raw ones hold no text for people.
std::vector<std::string> literals(std::string_view code) {
  std::vector<std::string> found;
  bool beside = false;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    const auto past = [&](std::string_view end, std::size_t from) {
      at = std::min(code.find(end, from), code.size() - 1) + end.size() - 1;
    };
    if (code.substr(at).starts_with("//") || code.substr(at).starts_with("#include")) {
      past("\n", at);
    } else if (code.substr(at).starts_with("R\"")) {
      past(")" + std::string(code.substr(at + 2, code.find('(', at) - at - 2)) + "\"", at);
      beside = false;
    } else if (c == '\'' && !(at > 0 && is_digit(code[at - 1]))) {  // no separator of digits
      for (++at; code[at] != '\''; ++at) at += code[at] == '\\' ? 1 : 0;
      beside = false;
    } else if (c == '"') {
      if (!beside) found.emplace_back();
      for (++at; code[at] != '"'; ++at) {
        if (code[at] == '\\') ++at;
        const bool line_end = code[at - 1] == '\\' && code[at] == 'n';
        found.back().push_back(line_end ? '\n' : code[at]);
      }
      beside = true;
    } else if (c != ' ' && c != '\n') {
      beside = false;
    }
  }
  return found;
}

// Words, among them one of the small ones that sentences are held together by; markup and lists of names have none.
bool is_english(const std::string& text) {
  static const std::set<std::string> small = {"a",    "an",   "and", "are",   "be",   "by",   "cannot", "does", "from",
                                              "has",  "have", "it",  "its",   "no",   "not",  "of",     "only", "or",
                                              "than", "that", "the", "there", "this", "with", "is",     "was"};
  if (text.starts_with('<') || text.find("=\"") != std::string::npos) return false;
  std::size_t words = 0;
  bool joined = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    std::string word;
    for (const char c : text.substr(at, end - at)) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    while (!word.empty() && !is_letter(word.back())) word.pop_back();
    words += word.empty() ? 0 : 1;
    joined = joined || small.contains(word);
    at = end + 1;
  }
  return words > 1 && joined;
}

// What is no text for the users of the program, or has keys of its own.
bool is_exempt(const std::string& path) {
  constexpr std::string_view exempt[] = {
      "cli/arguments.cpp",         // option texts are keys themselves; the others are of hidden verbs
      "cli/completion.cpp",        // for shells
      "cli/crash.cpp",             // what a signal handler says
      "cli/manual.cpp",            // the manual page is in English
      "lib/contents/content.cpp",  // what signs are, for whoever writes rules
      "lib/json/schema.cpp",       // knows valijson's messages
      "lib/media/",                // names of codecs
      "lib/contents/nature.cpp",   // endings of files
      "lib/text/digest.cpp",       // for whoever looks after the machine
      "lib/text/name_vote.cpp",    // codes of languages
      "lib/vectors/child.cpp",     // the rest is what a vectors run tells the maker of a validator
      "lib/vectors/compare.cpp",
      "lib/vectors/coverage.cpp",
      "lib/vectors/mutants.cpp",
      "lib/vectors/mutate.cpp",
      "lib/vectors/run.cpp"};
  if (path.find("/tools/") != std::string::npos) return true;  // programs of the build
  return std::any_of(std::begin(exempt), std::end(exempt),
                     [&](std::string_view each) { return path.starts_with(each); });
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

// Behind "assay: " there may stand a file with line and column.
bool is_known_complaint(std::string_view line) {
  for (;;) {
    if (unknown_words(line).empty()) return true;
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) return false;
    line.remove_prefix(colon + 2);
  }
}

}  // namespace

TEST_CASE("every piece of English in the sources is a piece of the catalogue") {
  std::string all;
  for (const messages::Text& text : messages::all_texts(Store(), cli_detail::help_texts())) all += text.english + "\n";
  for (const char* folder : {"lib", "cli"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source_tree / folder)) {
      const std::string path = entry.path().lexically_relative(source_tree).generic_string();
      if (!(path.ends_with(".cpp") || path.ends_with(".hpp")) || is_exempt(path)) continue;
      for (const std::string& piece : literals(bytes_of(entry.path()))) {
        const std::string_view bare = without_blanks(piece);
        if (!is_english(piece) || all.find(bare) != std::string::npos) continue;
        CHECK_MESSAGE(messages::phrase_of(bare), path << ": no phrase of en.json says \"" << piece << "\"");
      }
    }
}

TEST_CASE("every complaint in the transcripts can be said in another language") {
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_tree / "tests/cli")) {
    if (entry.path().extension() != ".txt") continue;
    CAPTURE(entry.path().filename().string());
    bool complaint = false, english = true;
    const std::string bytes = bytes_of(entry.path());
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const std::string_view line = std::string_view(bytes).substr(at, end - at);
      at = end + 1;
      if (line.starts_with("$ ")) english = line.find("--lang ") == std::string_view::npos;
      const bool advice = complaint && line.starts_with("       ");
      complaint = line.starts_with("assay: ");
      if (!english || (!complaint && !advice)) continue;
      ++seen;
      CHECK_MESSAGE(is_known_complaint(line.substr(7)), line);
    }
  }
  CHECK(seen > 50);
}

TEST_CASE("an unknown text is noticed") {
  CHECK(unknown_words("\"x\" takes a text.").empty());
  CHECK(unknown_words("In the rule p.x: \"max\" takes MUST, SHOULD or MAY.").empty());
  CHECK(unknown_words("\"x\" takes something nobody knows.") == "something nobody knows");
  CHECK(unknown_words("In the rule p.x: Nobody ever wrote this.") == "Nobody ever wrote this.");
  CHECK(unknown_words("Nobody ever wrote this.") == "Nobody ever wrote this.");
}
