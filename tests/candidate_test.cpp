// The texts of the candidate specifications keep in step with the registry, in both languages.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>

#include <assay/store.hpp>

#include "json/document.hpp"
#include "profile/store_data.hpp"
#include "vectors/run.hpp"

using namespace assay;

namespace {

std::string read(const std::string& path) {
  std::ifstream stream(std::filesystem::path(ASSAY_SOURCE_DIR) / path, std::ios::binary);
  REQUIRE_MESSAGE(stream.good(), path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// What stands between ** and **, at the start of a line.
std::set<std::string> numbers(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t at = text.find("\n**"); at != std::string::npos; at = text.find("\n**", at + 3)) {
    const std::string word = text.substr(at + 3, text.find("**", at + 3) - at - 3);
    if (word.find('-') != std::string::npos && word.find(' ') == std::string::npos) found.insert(word);
  }
  return found;
}

constexpr const char* overlays[] = {"cn", "my", "sg", "id", "th", "vn", "ph", "kh", "la", "mm", "bn", "tl"};

}  // namespace

TEST_CASE("both editions have exactly the statements of the registry") {
  const Store store;
  std::size_t rows = 0;
  for (const std::string& id : store.data().family_ids()) {
    if (!id.starts_with("acs-")) continue;
    const auto family = store.data().family(id);
    REQUIRE(family.ok());
    const std::string english = read("spec/" + id + "/specification.md");
    const std::string chinese = read("spec/" + id + "/specification.zh-Hans.md");
    std::set<std::string> registry;
    for (const auto& each : (*family)->rows) {
      const auto& [row_id, row] = each;
      CAPTURE(each.first);
      registry.insert(row_id);
      const std::size_t at = english.find("\n**" + row_id + "** (");
      REQUIRE(at != std::string::npos);
      const std::string line = english.substr(at + 1, english.find('\n', at + 1) - at - 1);
      CHECK(line.ends_with(") " + std::string(content(member(row, "statement")))));
      CHECK(line.find("(" + std::string(content(member(row, "level")))) != std::string::npos);
    }
    rows += registry.size();
    CHECK(numbers(english) == registry);
    CHECK(numbers(chinese) == registry);
    CHECK(english.find("candidate, unofficial") != std::string::npos);
    CHECK(chinese.find("候选稿，非官方") != std::string::npos);
  }
  CHECK(rows >= 115);
}

TEST_CASE("all overlays resolve together, and their order does not matter") {
  const Store store;
  std::vector<std::string> list(std::begin(overlays), std::end(overlays));
  const auto first = resolve(store, {{"acs-basic-0.1"}, list});
  REQUIRE_MESSAGE(first.ok(), first.problem().message);
  CHECK((*first)->overlays.size() == 12);
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(list.begin(), list.end(), random);
    const auto shuffled = resolve(store, {{"acs-basic-0.1"}, list});
    REQUIRE(shuffled.ok());
    CHECK((*shuffled)->digest == (*first)->digest);
  }
}

TEST_CASE("the overlay that the README of the specifications shows is one, also beside a table's new line") {
  const std::string text = read("spec/README.md");
  const auto indented = [&](std::size_t at) {
    std::string json;
    for (; text.compare(at, 4, "    ") == 0; at = text.find('\n', at) + 1)
      json += text.substr(at + 4, text.find('\n', at) - at - 3);
    return json;
  };
  const vectors::TemporaryFolder folder;
  const auto write = [&](const char* name, const std::string& json) {
    const std::string path = folder.path() + "/" + name;
    std::ofstream(path) << json;
    return path;
  };
  const std::string shown = write("xx.json", indented(text.find("    { \"id\": \"xx\"")));
  const std::string line = indented(text.find("    \"tighten\": { \"acs-metadata.credits-do-not-fit\""));
  const std::string table =
      write("yy.json", R"({ "id": "yy", "title": "A line more", "kind": "overlay", )" + line + "}");
  const Store store;
  const auto resolved = resolve(store, {{"acs-0.1"}, {shown, table}});
  REQUIRE_MESSAGE(resolved.ok(), resolved.problem().message);
  CHECK((*resolved)->overlays.size() == 2);
  const auto& rules = (*resolved)->rules;
  CHECK(std::any_of(rules.begin(), rules.end(),
                    [](const Rule& rule) { return rule.id == "xx.no-title-in-our-language"; }));
  const auto hours = std::find_if(rules.begin(), rules.end(),
                                  [](const Rule& rule) { return rule.id == "acs-metadata.credits-do-not-fit"; });
  REQUIRE(hours != rules.end());
  CHECK(hours->parameters().entry("hours", "XX") == "30");
  CHECK(hours->parameters().entry("hours", "MY") == "40");
}

TEST_CASE("the declaration that the README shows is the one that vectors pass with") {
  std::string shown;
  std::ifstream in(std::filesystem::path(ASSAY_SOURCE_DIR) /
                   "test_vectors/acs-metadata/base/any/declared-scorm/acs-profile.json");
  for (std::string line; std::getline(in, line);) shown += "    " + line + "\n";
  CHECK(read("spec/README.md").find(shown) != std::string::npos);
}

TEST_CASE("each overlay resolves alone on each publishing profile") {
  const Store store;
  for (const char* profile : {"acs-0.1", "acs-higher-0.1", "acs-vocational-0.1", "acs-basic-0.1"})
    for (const char* overlay : overlays) {
      const auto resolved = resolve(store, {{profile}, {overlay}});
      CHECK_MESSAGE(resolved.ok(), profile << " with " << overlay);
    }
}

TEST_CASE("rows about text and accessibility say whether their defect was seen in the wild, in every edition") {
  const Store store;
  for (const char* id : {"acs-language", "acs-accessibility"}) {
    const auto family = store.data().family(id);
    REQUIRE(family.ok());
    const std::string english = read(std::string("spec/") + id + "/specification.md");
    const std::string chinese = read(std::string("spec/") + id + "/specification.zh-Hans.md");
    std::size_t untested = 0;
    for (const auto& each : (*family)->rows) {
      const auto& [row_id, row] = each;
      CAPTURE(each.first);
      const std::string_view wild = content(member(row, "wild"));
      if (content(member(row, "testable")) != "auto") {
        CHECK(wild.empty());
        continue;
      }
      CHECK((wild == "packages" || wild == "texts" || wild == "none"));
      const auto paragraph = [&](const std::string& text) {
        const std::size_t at = text.find("\n**" + std::string(each.first) + "**");
        return text.substr(at, text.find("\n**", at + 4) - at);
      };
      const std::string_view said = wild == "none" ? "- In the wild: untested" : "- In the wild: seen in real texts";
      const std::string_view gesagt = wild == "none" ? "- 实际情况：未经实测" : "- 实际情况：见于真实文本";
      CHECK((paragraph(english).find(said) != std::string::npos) == (wild != "packages"));
      CHECK((paragraph(chinese).find(gesagt) != std::string::npos) == (wild != "packages"));
      if (wild != "packages") ++untested;
    }
    CHECK(untested > 0);
  }
}

TEST_CASE("rules that read a dated table name it, and the table is there") {
  const std::pair<const char*, const char*> readers[] = {
      {"judge_tag(", "language-subtags"}, {"licence_of(", "licences"}, {"host_listed(", "hosts"}};
  std::set<std::string> known;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(ASSAY_SOURCE_DIR) / "schemas/acs-data-1"))
    known.insert(entry.path().stem().string());
  std::set<std::string> used;
  for (const char* family : {"acs-package", "acs-metadata", "acs-language", "acs-accessibility", "acs-assessment"})
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(ASSAY_SOURCE_DIR) / "validators" / family)) {
      if (entry.path().extension() != ".cpp") continue;
      const std::string source = read("validators/" + std::string(family) + "/" + entry.path().filename().string());
      CAPTURE(entry.path().filename().string());
      const std::size_t at = source.find(".tables = \"");
      const std::string named =
          at == std::string::npos ? "" : source.substr(at + 11, source.find('"', at + 11) - at - 11);
      for (const auto& [call, table] : readers)
        if (source.find(call) != std::string::npos) CHECK(named.find(table) != std::string::npos);
      for (const char* call : {"code_listed(\"", "date_of_table(\"", "\"@"})
        if (const std::size_t from = source.find(call); from != std::string::npos) {
          const std::size_t start = from + std::string_view(call).size();
          CHECK(named.find(source.substr(start, source.find_first_of("\"/", start) - start)) != std::string::npos);
        }
      if (named.empty()) continue;
      CHECK(known.contains(named));
      used.insert(named);
    }
  CHECK(used == known);
}

TEST_CASE("the table of frameworks has a source for each of its levels") {
  const std::string text = read("schemas/acs-data-1/level-frameworks.json");
  auto parsed = json::parse("level-frameworks.json", text);
  REQUIRE(parsed.ok());
  const JsonNode top = root(**parsed), levels = member(top, "levels"), rows = member(top, "rows");
  CHECK(size(levels) == size(rows));
  for (JsonNode each = first_child(levels); each; each = next_sibling(each)) {
    CAPTURE(std::string(key(each)));
    for (const char* field : {"region", "trust", "source"})
      CHECK(!content(member(member(rows, key(each)), field)).empty());
  }
}

TEST_CASE("dated data names its source and its date") {
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(ASSAY_SOURCE_DIR) / "schemas/acs-data-1")) {
    const std::string text = read("schemas/acs-data-1/" + entry.path().filename().string());
    CAPTURE(entry.path().filename().string());
    CHECK(text.find("\"source\"") != std::string::npos);
    CHECK(text.find("\"date\"") != std::string::npos);
    CHECK(text.find("\"trust\"") != std::string::npos);
  }
}
