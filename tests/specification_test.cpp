// The requirement part of a specification of ours is made from its rows, rules and vectors, so that text and registry
// cannot part. Between <!-- requirements R-001..R-199 --> and <!-- end --> nothing is written by hand.
//   ASSAY_REFRESH=1 build/release/bin/assay_tests --source-file=*specification_test.cpp     writes it anew
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <assay/store.hpp>

#include "profile/store_data.hpp"
#include "vectors/coverage.hpp"

using namespace assay;

namespace {

const std::filesystem::path source_tree = ASSAY_SOURCE_DIR;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string class_of(JsonNode row) {
  const std::string_view level = content(member(row, "level"));
  if (level != "MUST") return level == "SHOULD" ? "warning" : "note";
  return boolean(member(row, "refuse")) ? "refused" : "error";
}

// Vectors of the row's own rules, by the name of the case.
std::string cases(const std::set<std::string>& vectors, const std::set<std::string>& rules) {
  std::set<std::string> names;
  for (const std::string& id : vectors)
    for (const std::string& rule : rules)
      if (id.starts_with(rule + ".")) names.insert(id.substr(rule.size() + 1, id.find('@') - rule.size() - 1));
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void compare(const std::filesystem::path& path, const std::string& text, const std::string& made) {
  if (made != text && std::getenv("ASSAY_REFRESH"))
    std::ofstream(path, std::ios::binary) << made;
  else
    CHECK_MESSAGE(made == text,
                  "rows, rules or vectors changed: ASSAY_REFRESH=1 build/release/bin/assay_tests "
                  "--source-file=*specification_test.cpp writes "
                      << path.string() << " anew");
}

// One requirement as people read it.
std::string paragraph(JsonNode row, const vectors::TracedRow& traced) {
  std::string text = "**" + traced.id + "** (" + std::string(content(member(row, "level"))) + ", " + class_of(row) +
                     ") " + traced.statement + "  \n*Why:* " + std::string(content(member(row, "rationale"))) + "  \n";
  if (traced.rules.empty()) {
    text += traced.gap.empty() ? "*Judged by people.*\n\n" : "*Not judged yet:* " + traced.gap + "\n\n";
    return text;
  }
  text += "*Judged by*";
  for (const std::string& rule : traced.rules) text += " `" + rule + "`";
  return text + ". *Found in:* " + cases(traced.failing, traced.rules) + ". *Left alone:* " +
         cases(traced.passing, traced.rules) + ".\n\n";
}

}  // namespace

TEST_CASE("a specification of ours says what its rows say") {
  const Store store;
  const auto suite = vectors::Suite::load(store, "");
  REQUIRE(suite.ok());
  const auto families = vectors::trace(store, *suite);
  REQUIRE(families.ok());
  for (const vectors::TracedFamily& family : *families) {
    const auto path = source_tree / "spec" / family.id / "specification.md";
    if (!std::filesystem::exists(path)) continue;
    CAPTURE(family.id);
    const auto registry = store.data().family(family.id);
    REQUIRE(registry.ok());
    const std::string text = read_file(path);
    std::string made;
    std::set<std::string> told;
    constexpr std::string_view open = "<!-- requirements ", close = "<!-- end -->";
    if (family.id.starts_with("acs-")) continue;  // texts in two languages: candidate_test.cpp
    std::size_t done = 0;
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, done)) {
      const std::size_t behind = text.find("-->\n", at) + 4, end = text.find(close, behind);
      REQUIRE(end != std::string::npos);
      const std::string from = text.substr(at + open.size(), 5), to = text.substr(at + open.size() + 7, 5);
      made += text.substr(done, behind - done) + "\n";
      for (const auto& [id, row] : family.rows)
        if (id >= from && id <= to && told.insert(id).second) made += paragraph((*registry)->rows.at(id), row);
      done = end;
    }
    made += text.substr(done);
    for (const auto& row : family.rows) CHECK_MESSAGE(told.contains(row.first), row.first << " stands in no section");
    compare(path, text, made);
  }
}

// Every class of hostile or damaged packages has vectors that state what a judge may spend on them.
TEST_CASE("every hazard has vectors with bounds, and every vector of the floor belongs to a hazard") {
  const Store store;
  const auto suite = vectors::Suite::load(store, "");
  REQUIRE(suite.ok());
  const auto path = source_tree / "spec/safe-package/specification.md";
  const auto parsed = json::parse("hazards.json", read_file(source_tree / "spec/safe-package/hazards.json"));
  REQUIRE(parsed.ok());
  std::set<std::string> told;
  std::string table = "\n| Class | Treatment | Vectors |\n|---|---|---|\n";
  for (JsonNode row = first_child(member(root(**parsed), "hazards")); row; row = next_sibling(row)) {
    const std::string id(content(member(row, "id")));
    CAPTURE(id);
    std::string names;
    for (JsonNode each = first_child(member(row, "vectors")); each; each = next_sibling(each)) {
      const std::string start(content(each));
      bool any = false;
      for (const vectors::Vector& vector : suite->vectors()) {
        if (vector.name != start && !vector.name.starts_with(start + ".")) continue;
        any = told.insert(vector.name).second || true;
        CHECK_MESSAGE((vector.seconds && vector.mib), vector.name << " states no bounds");
        // A film of 359 MB and a hundred thousand files take a moment longer; nothing hostile may.
        CHECK_MESSAGE(vector.seconds.value_or(9) <= (vector.name.find(".passes") == std::string::npos ? 1 : 2),
                      vector.name);
        CHECK_MESSAGE(vector.mib.value_or(9'999) <= 256, vector.name);
      }
      CHECK_MESSAGE(any, start << " is no vector");
      names += (names.empty() ? "`" : ", `") + start.substr(start.starts_with("safe-package.") ? 13 : 0) + "`";
    }
    const std::string elsewhere(content(member(row, "elsewhere")));
    CHECK(!names.empty());
    table += "| **" + id + "** " + std::string(content(member(row, "title"))) + " | " +
             std::string(content(member(row, "expect"))) + " | " + names + (elsewhere.empty() ? "" : "; ") + elsewhere +
             " |\n";
  }
  for (const vectors::Vector& vector : suite->vectors())
    CHECK_MESSAGE((!vector.name.starts_with("safe-package.") || told.contains(vector.name)),
                  vector.name << " belongs to no hazard");
  const std::string text = read_file(path);
  constexpr std::string_view open = "<!-- hazards -->\n", close = "<!-- end -->";
  const std::size_t behind = text.find(open) + open.size(), end = text.find(close, behind);
  REQUIRE(text.find(open) != std::string::npos);
  REQUIRE(end != std::string::npos);
  compare(path, text, text.substr(0, behind) + table + "\n" + text.substr(end));
}
