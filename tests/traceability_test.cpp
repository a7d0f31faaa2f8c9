// Requirement ↔ rule ↔ vector, both ways (law 2).
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "embedded.hpp"
#include "profile/kinds/kind.hpp"
#include "profile/store_data.hpp"
#include "vectors/vector.hpp"

using namespace assay;

namespace {

struct Everything {
  Store store;
  std::map<std::string, std::shared_ptr<const Profile>> profiles;
  std::vector<vectors::Vector> vectors;
  std::set<std::string> failing, passing;  // rules
};

const Everything& everything() {
  static const Everything made = [] {
    Everything all;
    for (const ProfileInfo& info : all.store.profiles()) {
      auto profile = resolve(all.store, {{info.id}, {}});
      REQUIRE_MESSAGE(profile, info.id);
      all.profiles[info.id] = *profile;
    }
    auto suite = vectors::Suite::load(all.store, "");
    REQUIRE(suite);
    all.vectors = suite->vectors();
    for (const auto& vector : all.vectors) {
      for (const auto& finding : vector.findings) all.failing.insert(finding.rule);
      for (const auto& rule : vector.passed) all.passing.insert(rule);
    }
    return all;
  }();
  return made;
}

std::map<std::string, std::string> gaps_of(const std::string& family) {
  std::map<std::string, std::string> gaps;
  const std::string path = "spec/" + family + "/gaps.json";
  const auto parsed = json::parse(path, std::string(embedded_file(path)));
  REQUIRE(parsed);
  for (JsonNode gap = first_child(member(root(**parsed), "gaps")); gap; gap = next_sibling(gap))
    gaps.emplace(content(member(gap, "requirement")), content(member(gap, "reason")));
  return gaps;
}

}  // namespace

TEST_CASE("every automatic requirement has a rule or an honest gap, and no gap is stale") {
  for (const auto& [id, profile] : everything().profiles) {
    std::set<std::string> judged;
    for (const Rule& rule : profile->rules)
      for (const std::uint32_t r : rule.requirements) judged.insert(profile->requirements[r].id);
    for (const Requirement& requirement : profile->requirements) {
      const auto gaps = gaps_of(requirement.family);
      const auto gap = gaps.find(requirement.row);
      CAPTURE(requirement.id);
      if (gap != gaps.end()) {
        CHECK_FALSE(gap->second.empty());
        CHECK_MESSAGE(!judged.contains(requirement.id), "stale gap");
      } else if (requirement.testable == Testable::automatic) {
        CHECK(judged.contains(requirement.id));
      }
      CHECK_FALSE(requirement.statement.empty());
      CHECK_FALSE(requirement.rationale.empty());
      CHECK_FALSE(requirement.trust.empty());
    }
  }
}

TEST_CASE("every rule has a vector in which it fails and one in which it passes") {
  std::set<std::string> rules;
  for (const auto& [id, profile] : everything().profiles)
    for (const Rule& rule : profile->rules) rules.insert(rule.id);
  for (const std::string& rule : rules) {
    CAPTURE(rule);
    CHECK(everything().failing.contains(rule));
    CHECK(everything().passing.contains(rule));
  }
  for (const std::string& rule : everything().failing) CHECK_MESSAGE(rules.contains(rule), rule);
  for (const std::string& rule : everything().passing) CHECK_MESSAGE(rules.contains(rule), rule);
}

TEST_CASE("every vector says why, cites existing rows, and its id is its path") {
  std::set<std::string> rows;
  for (const auto& [id, profile] : everything().profiles)
    for (const Requirement& requirement : profile->requirements)
      rows.insert(requirement.family + "/" + requirement.row);
  for (const auto& vector : everything().vectors) {
    CAPTURE(vector.id);
    CHECK_FALSE(vector.why.empty());
    CHECK_FALSE(vector.requirements.empty());
    for (const std::string& row : vector.requirements) CHECK_MESSAGE(rows.contains(row), row);
    std::string path = vector.document->file;
    path = path.substr(path.find('/') + 1);
    path = path.substr(0, path.size() - 5);
    const std::size_t family = path.find('/'), rule = path.find('/', family + 1);
    const std::string id =
        path.substr(0, family) + "." + path.substr(family + 1, rule - family - 1) + "." + path.substr(rule + 1);
    CHECK(vector.id.substr(0, vector.id.find('@')) == id);
  }
}

TEST_CASE("placeholders of declarative rules are ones that their kind supplies") {
  const std::set<std::string> common = {"value", "element", "attribute", "identifier"};
  for (const auto& [id, profile] : everything().profiles)
    for (const Rule& rule : profile->rules) {
      const KindInfo* kind = find_kind(rule.kind);
      if (!kind || rule.kind == "assert") continue;
      const std::string text = rule.message + rule.fix;
      for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
        const std::string name = text.substr(at + 1, text.find('}', at) - at - 1);
        const bool supplied = common.contains(name) ||
                              (" " + std::string(kind->placeholders) + " ").find(" " + name + " ") != std::string::npos;
        CHECK_MESSAGE(supplied, rule.id << " {" << name << "}");
      }
    }
}
