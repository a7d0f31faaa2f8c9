// Requirement ↔ rule ↔ vector, both ways, over every family that ships.
#include <doctest/doctest.h>

#include <algorithm>

#include <assay/store.hpp>

#include "embedded.hpp"
#include "profile/kinds/kind.hpp"
#include "profile/native_rules.hpp"
#include "profile/store_data.hpp"
#include "text/message_format.hpp"
#include "vectors/coverage.hpp"
#include "vectors/run.hpp"

using namespace assay;
using namespace assay::vectors;

namespace {

struct Everything {
  Store store;
  std::optional<Suite> suite;
  std::vector<TracedFamily> families;
};

const Everything& everything() {
  static const auto made = [] {
    auto all = std::make_unique<Everything>();
    auto suite = Suite::load(all->store, "");
    REQUIRE(suite.ok());
    all->suite.emplace(std::move(*suite));
    auto families = trace(all->store, *all->suite);
    REQUIRE_MESSAGE(families.ok(), words(families.problem()));
    all->families = std::move(*families);
    return all;
  }();
  return *made;
}

const TracedFamily* family_of(std::string_view rule) {
  for (const TracedFamily& family : everything().families)
    if (rule.starts_with(family.id + ".")) return &family;
  return nullptr;
}

bool word_of(std::string_view words_list, const std::string& word) {
  return (" " + std::string(words_list) + " ").find(" " + word + " ") != std::string::npos;
}

}  // namespace

TEST_CASE("no vector is broken") {
  for (const Problem& problem : everything().suite->problems()) FAIL_CHECK(words(problem));
  CHECK(everything().families.size() >= 4);
}

TEST_CASE("every automatic requirement has a rule, or a gap with its reason") {
  for (const TracedFamily& family : everything().families)
    for (const auto& [id, row] : family.rows) {
      const std::string place = family.id + "/" + id;
      CAPTURE(place);
      if (row.testable == "auto")
        CHECK_MESSAGE(row.rules.empty() == !row.gap.empty(), "a rule, or a gap with a reason");
      else
        CHECK_MESSAGE(row.rules.empty(), "a row for people has no rule");
    }
}

TEST_CASE("a version profile has a rule for each of its automatic requirements, or a gap") {
  const Everything& all = everything();
  for (const ProfileInfo& info : all.store.profiles()) {
    const bool overlay = info.kind == "overlay";  // stands on top of a publishing profile
    const auto profile = overlay ? resolve(all.store, {{"acs-0.1"}, {info.id}}) : resolve(all.store, {{info.id}, {}});
    REQUIRE_MESSAGE(profile.ok(), info.id);
    std::set<std::string> judged;
    for (const Rule& rule : (*profile)->rules)
      for (const std::uint32_t row : rule.requirements) judged.insert((*profile)->requirements[row].id);
    for (const Requirement& requirement : (*profile)->requirements) {
      if (requirement.testable != Testable::automatic || judged.contains(requirement.id)) continue;
      const auto family = std::find_if(all.families.begin(), all.families.end(),
                                       [&](const TracedFamily& each) { return each.id == requirement.family; });
      REQUIRE(family != all.families.end());
      CHECK_MESSAGE(family->gaps.contains(requirement.row), info.id << " has no rule for " << requirement.id);
    }
  }
}

TEST_CASE("no gap is stale") {
  for (const TracedFamily& family : everything().families)
    for (const auto& [id, reason] : family.gaps) {
      const std::string place = family.id + "/" + id;
      CAPTURE(place);
      const auto row = family.rows.find(id);
      REQUIRE_MESSAGE(row != family.rows.end(), "the row of this gap does not exist");
      CHECK_MESSAGE(row->second.rules.empty(), "a rule closes this gap");
      CHECK_MESSAGE(row->second.testable == "auto", "only automatic rows have gaps");
      CHECK(!reason.empty());
    }
}

TEST_CASE("every rule cites rows that exist") {
  for (const TracedFamily& family : everything().families)
    for (const auto& [id, rule] : family.rules) {
      const std::string& rule_id = id;
      CAPTURE(rule_id);
      CHECK(!rule.rows.empty());
      for (const std::string& row : rule.rows) CHECK_MESSAGE(family.rows.contains(row), row);
    }
  for (const RuleInfo* rule : native_rules()) CHECK_MESSAGE(family_of(rule->id), rule->id);
}

TEST_CASE("every rule has a vector that fails and one that passes") {
  for (const TracedFamily& family : everything().families)
    for (const auto& [id, rule] : family.rules) {
      const std::string& rule_id = id;
      CAPTURE(rule_id);
      CHECK_MESSAGE(!rule.failing.empty(), "no vector fails");
      CHECK_MESSAGE(!rule.passing.empty(), "no vector passes");
    }
}

TEST_CASE("every automatic MUST has a vector that fails and one that passes") {
  for (const TracedFamily& family : everything().families)
    for (const auto& [id, row] : family.rows) {
      if (row.testable != "auto" || row.level != "MUST" || !row.gap.empty()) continue;
      const std::string place = family.id + "/" + id;
      CAPTURE(place);
      CHECK_MESSAGE(!row.failing.empty(), "no vector fails");
      CHECK_MESSAGE(!row.passing.empty(), "no vector passes");
    }
}

TEST_CASE("every vector names requirements and rules that exist") {
  for (const Vector& vector : everything().suite->vectors()) {
    CAPTURE(vector.id);
    for (const std::string& cited : vector.requirements) {
      const std::size_t slash = cited.find('/');
      bool exists = false;
      for (const TracedFamily& family : everything().families)
        exists = exists || (family.id == cited.substr(0, slash) &&
                            family.rows.contains(cited.substr(std::min(slash + 1, cited.size()))));
      CHECK_MESSAGE(exists, cited);
    }
    const auto check_rule = [](const std::string& rule) {
      const TracedFamily* family = family_of(rule);
      CHECK_MESSAGE((family && family->rules.contains(rule)), rule);
    };
    for (const Expected& finding : vector.findings) check_rule(finding.rule);
    for (const std::string& rule : vector.passed) check_rule(rule);
  }
}

TEST_CASE("a vector stands with the rule that it is about, and cites what that rule cites") {
  for (const Vector& vector : everything().suite->vectors()) {
    CAPTURE(vector.id);
    if (!vector.problems.empty()) continue;  // about what is decided before any rule
    const std::string rule_id = vector.name.substr(0, vector.name.rfind('.'));
    const std::string case_name = vector.name.substr(rule_id.size() + 1);
    const TracedFamily* family = family_of(rule_id);
    REQUIRE(family);
    const auto rule = family->rules.find(rule_id);
    REQUIRE_MESSAGE(rule != family->rules.end(), "there is no rule of that name");
    const bool cites =
        std::any_of(vector.requirements.begin(), vector.requirements.end(), [&](const std::string& cited) {
          return cited.starts_with(family->id + "/") && rule->second.rows.contains(cited.substr(family->id.size() + 1));
        });
    CHECK_MESSAGE(cites, "no requirement of the rule is cited");
    const bool found = std::any_of(vector.findings.begin(), vector.findings.end(),
                                   [&](const Expected& finding) { return finding.rule == rule_id; });
    const bool passed = std::find(vector.passed.begin(), vector.passed.end(), rule_id) != vector.passed.end();
    if (case_name.starts_with("passes"))
      CHECK_MESSAGE((passed && !found), "a case that passes");
    else
      CHECK_MESSAGE((found || !vector.outcomes.empty()), "a case that fails");
  }
}

TEST_CASE("a declarative rule uses only placeholders that its kind supplies") {
  constexpr std::string_view common = "value element attribute identifier";
  for (const TracedFamily& family : everything().families)
    for (const auto& [id, rule] : family.rules) {
      const KindInfo* kind = find_kind(rule.kind);
      if (!kind || rule.kind == "assert")
        continue;  // native ones and assert: every finding of every vector is looked at
      const std::string& rule_id = id;
      CAPTURE(rule_id);
      for (const std::string& pattern : {rule.message, rule.fix})
        for (const std::string& name : text::placeholders(pattern))
          CHECK_MESSAGE((word_of(common, name) || word_of(kind->placeholders, name)), name);
    }
}

TEST_CASE("every base has no finding under the profile of its version") {
  for (const EmbeddedFile& file : embedded_under("test_vectors/")) {
    const std::string path(file.path);
    const std::size_t base = path.find("/base/");
    if (base == std::string::npos) continue;
    // Each is named by at least one vector that expects nothing.
    const std::string family = path.substr(13, base - 13);
    const std::size_t name_at = path.find('/', base + 6) + 1;
    const std::string name = family + "/" + path.substr(name_at, path.find('/', name_at) - name_at);
    const auto& vectors = everything().suite->vectors();
    const bool clean = std::any_of(vectors.begin(), vectors.end(), [&](const Vector& vector) {
      return vector.base == name && vector.findings.empty() && size(member(root(*vector.document), "edits")) == 0;
    });
    CHECK_MESSAGE(clean, name);
  }
}
