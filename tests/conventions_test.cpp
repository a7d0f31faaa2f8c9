// What the project promises about its own files: sizes, names, and who may include whom.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <assay/store.hpp>

#include "profile/store_data.hpp"
#include "text/unicode.hpp"
#include "vectors/coverage.hpp"

using namespace assay;

namespace {

const std::filesystem::path source_tree = ASSAY_SOURCE_DIR;

struct SourceFile {
  std::string path;  // "lib/xml/parse.cpp"
  std::string bytes;
  [[nodiscard]] std::size_t lines() const {
    return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  }
};

std::vector<SourceFile> files_in(const std::string& folder, const std::set<std::string>& endings) {
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_tree / folder)) {
    if (!entry.is_regular_file() || !endings.contains(entry.path().extension().string())) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files.push_back({entry.path().lexically_relative(source_tree).generic_string(),
                     std::string(std::istreambuf_iterator<char>(stream), {})});
  }
  REQUIRE(!files.empty());
  return files;
}

std::vector<SourceFile> sources() {
  std::vector<SourceFile> all;
  for (const char* folder : {"lib", "cli", "validators", "tests"})
    for (SourceFile& file : files_in(folder, {".cpp", ".hpp"})) all.push_back(std::move(file));
  return all;
}

// What stands between < and > (or quotes) after #include, line by line.
std::vector<std::string> includes(const std::string& bytes) {
  std::vector<std::string> names;
  for (std::size_t at = bytes.find("#include"); at != std::string::npos; at = bytes.find("#include", at + 1)) {
    if (at != 0 && bytes[at - 1] != '\n') continue;
    const std::size_t open = bytes.find_first_of("<\"\n", at), close = bytes.find_first_of(">\"\n", open + 1);
    if (open != std::string::npos && close != std::string::npos)
      names.push_back(bytes.substr(open + 1, close - open - 1));
  }
  return names;
}

// Lower-case words joined by single dashes; no part of digits only.
bool dashed(std::string_view id) {
  if (id.empty() || id.front() == '-' || id.back() == '-' || id.find("--") != std::string_view::npos) return false;
  if (!std::all_of(id.begin(), id.end(),
                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }))
    return false;
  for (std::size_t at = 0; at < id.size();) {
    const std::size_t end = std::min(id.find('-', at), id.size());
    const std::string_view part = id.substr(at, end - at);
    // A version of a standard is a name ("scorm-2004"), a number that only counts is none.
    const bool digits = std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits && part != "2004") return false;
    at = end + 1;
  }
  return true;
}

std::vector<vectors::TracedFamily> traced_families() {
  const Store store;
  const auto suite = vectors::Suite::load(store, "");
  REQUIRE(suite.ok());
  auto families = vectors::trace(store, *suite);
  REQUIRE(families.ok());
  return std::move(*families);
}

}  // namespace

TEST_CASE("files are short") {
  for (const SourceFile& file : sources()) {
    CAPTURE(file.path);
    const bool rule = file.path.starts_with("validators/");
    CHECK(file.lines() <= (rule ? 80u : 400u));
  }
}

TEST_CASE("one directory owns each third-party world") {
  constexpr std::pair<std::string_view, std::string_view> owners[] = {
      {"zip.h", "tests/bench/"},
      {"re2/", "lib/text/"},
      {"unicode/", "lib/text/ lib/language/"},
      {"xercesc/", "lib/xml/"},
      {"libxml/", "lib/xpath/"},
      {"rapidjson/", "lib/json/"},
      {"valijson/", "lib/json/"},
      {"CLI/", "cli/cli.cpp"},
      {"openssl/", "lib/text/"},
      {"zlib.h", "lib/xml/ lib/vectors/ lib/archive/"},
      {"gumbo.h", "lib/html/"},
  };
  for (const SourceFile& file : sources()) {
    if (file.path.starts_with("tests/")) continue;
    for (const std::string& name : includes(file.bytes))
      for (const auto& [header, places] : owners) {
        if (!name.starts_with(header)) continue;
        bool allowed = false;
        for (std::size_t at = 0; at < places.size();) {
          const std::size_t end = std::min(places.find(' ', at), places.size());
          allowed = allowed || file.path.starts_with(places.substr(at, end - at));
          at = end + 1;
        }
        CHECK_MESSAGE(allowed, file.path << " includes " << name);
      }
  }
}

TEST_CASE("what is dear to compile is included once") {
  for (const char* header : {"valijson/", "CLI/"}) {
    std::set<std::string> users;
    for (const SourceFile& file : sources())
      for (const std::string& name : includes(file.bytes))
        if (name.starts_with(header)) users.insert(file.path);
    CAPTURE(header);
    CHECK(users.size() == 1);
  }
}

TEST_CASE("package text meets no std::regex, and nothing depends on a locale") {
  for (const SourceFile& file : sources()) {
    if (file.path.starts_with("tests/")) continue;
    for (const std::string& name : includes(file.bytes))
      CHECK_MESSAGE((name != "regex" && name != "locale" && name != "ctype.h" && name != "cctype"),
                    file.path << " includes " << name);
  }
}

TEST_CASE("a rule includes thin headers only, and its own parts of the standard library") {
  const std::set<std::string> thin = {"assay/rule.hpp",       "assay/language.hpp",   "assay/pages.hpp",
                                      "assay/media.hpp",      "assay/scorm.hpp",      "assay/record.hpp",
                                      "assay/sequencing.hpp", "assay/content.hpp",    "assay/vocabularies.hpp",
                                      "assay/container.hpp",  "assay/entry_names.hpp"};
  for (const SourceFile& file : files_in("validators", {".cpp"}))
    for (const std::string& name : includes(file.bytes)) {
      const bool own = name.starts_with("assay/");
      CHECK_MESSAGE((!own || thin.contains(name)), file.path << " includes " << name);
      CHECK_MESSAGE(name.find(".h") == (own ? name.size() - 4 : std::string::npos), file.path << " includes " << name);
    }
}

TEST_CASE("ids of rules name the defect") {
  constexpr std::string_view empty_words[] = {"must", "should", "invalid", "check"};
  for (const auto& family : traced_families())
    for (const auto& [id, rule] : family.rules) {
      const std::string& rule_id = id;
      CAPTURE(rule_id);
      REQUIRE(id.starts_with(family.id + "."));
      const std::string defect = id.substr(family.id.size() + 1);
      CHECK(dashed(defect));
      for (const std::string_view word : empty_words)
        CHECK_MESSAGE(("-" + defect + "-").find("-" + std::string(word) + "-") == std::string::npos, word);
      CHECK(!rule.message.empty());
      CHECK(!rule.fix.empty());
    }
}

TEST_CASE("a native rule stands in the file of its name") {
  std::set<std::string> expected;
  for (const auto& family : traced_families())
    for (const auto& [id, rule] : family.rules) {
      if (rule.kind != "native") continue;
      std::string stem = id.substr(family.id.size() + 1);
      std::replace(stem.begin(), stem.end(), '-', '_');
      expected.insert("validators/" + family.id + "/" + stem + ".cpp");
    }
  std::set<std::string> found;
  for (const SourceFile& file : files_in("validators", {".cpp"})) found.insert(file.path);
  for (const std::string& path : expected) CHECK_MESSAGE(found.contains(path), path << " is missing");
  for (const std::string& path : found) CHECK_MESSAGE(expected.contains(path), path << " holds no rule of its name");
}

// R-031, or the name of a chapter and two digits: LANG-10, A11Y-01.
bool row_number(std::string_view id) {
  const std::size_t dash = id.rfind('-');
  if (dash == std::string_view::npos || dash == 0) return false;
  const std::string_view chapter = id.substr(0, dash), number = id.substr(dash + 1);
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::all_of(chapter.begin(), chapter.end(), [&](char c) { return digit(c) || (c >= 'A' && c <= 'Z'); }) &&
         std::all_of(number.begin(), number.end(), digit) && number.size() == (chapter == "R" ? 3u : 2u);
}

TEST_CASE("requirement rows are numbered, and their sentences are whole") {
  const Store store;
  for (const std::string& id : store.data().family_ids()) {
    const auto family = store.data().family(id);
    REQUIRE(family.ok());
    for (const auto& [row_id, row] : (*family)->rows) {
      const std::string place = id + "/" + row_id;
      CAPTURE(place);
      CHECK(row_number(row_id));
      for (const char* field : {"statement", "rationale"})
        CHECK_MESSAGE(content(member(row, field)).ends_with('.'), field);
      CHECK(!content(member(row, "clause")).empty());
      CHECK(size(member(row, "versions")) > 0);
      for (JsonNode version = first_child(member(row, "versions")); version; version = next_sibling(version))
        CHECK_MESSAGE((*family)->find(content(version)), content(version));
      const std::string_view trust = content(member(row, "trust"));
      CHECK_MESSAGE((trust == "schema" || trust == "observed" || trust == "recalled"), trust);
    }
  }
}

TEST_CASE("text files are UTF-8 with Unix line ends and no blanks at line ends") {
  for (const SourceFile& file : sources()) {
    CAPTURE(file.path);
    CHECK(text::is_valid_utf8(file.bytes));
    CHECK(file.bytes.find('\r') == std::string::npos);
    CHECK(file.bytes.find('\t') == std::string::npos);
    CHECK(file.bytes.find(" \n") == std::string::npos);
    CHECK(file.bytes.ends_with('\n'));
  }
}
