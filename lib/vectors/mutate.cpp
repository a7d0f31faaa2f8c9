#include "vectors/mutate.hpp"

#include <algorithm>
#include <set>

#include <assay/validate.hpp>

#include "embedded.hpp"
#include "json/mistakes.hpp"
#include "profile/store_data.hpp"
#include "vectors/mutants.hpp"

namespace assay::vectors {
namespace {

constexpr std::string_view profile_place = "validators/profiles/";

/// A vector with its package, which stays open: a mutant only changes the rules.
struct Case {
  const Vector* vector = nullptr;
  std::optional<Package> package;
  std::set<std::string> rules;  // that the vector mentions
};

bool is_large(const Suite& suite, const Vector& vector) {
  const auto built = build(suite, vector);
  return built && built->content.size() > (256u << 10);
}

Result<std::vector<Case>> open_all(const Suite& suite, const TemporaryFolder& folder) {
  std::vector<Case> cases;
  for (const Vector& vector : suite.vectors()) {
    if ((vector.seconds || vector.mib) && is_large(suite, vector)) continue;  // about limits rather than rules
    if (vector.profile.starts_with("./")) continue;                           // about profiles of somebody's own
    const auto path = folder.place(suite, vector, cases.size());
    if (!path) return path.problem();
    auto package = open({*path});
    if (!package) continue;
    Case& made = cases.emplace_back();
    made.vector = &vector;
    made.package.emplace(std::move(*package));
    made.rules.insert(vector.passed.begin(), vector.passed.end());
    for (const Expected& finding : vector.findings) made.rules.insert(finding.rule);
  }
  return cases;
}

class Trial {
 public:
  Trial() = default;  // nothing is changed
  Trial(const std::string& path, const Mutant& mutant) { store_.override_file(path, mutant.rules_json); }

  // Those that mention the rule come first: they notice most.
  bool noticed(const std::vector<Case>& cases, const std::string& rule) {
    for (const bool mentions : {true, false})
      for (const Case& each : cases)
        if (each.rules.contains(rule) == mentions && fails(each)) return true;
    return false;
  }

  bool fails(const Case& each) {
    std::vector<std::string> overlays = each.vector->overlays;
    for (const AppliedOverlay& declared : declared_overlays(store_, *each.package)) overlays.push_back(declared.id);
    auto& profile = profiles_[{each.vector->profile, overlays}];
    if (!profile) {
      auto resolved = resolve_for(store_, {{each.vector->profile}, each.vector->overlays}, *each.package);
      if (!resolved) return true;  // the change does not even make a profile
      profile = *resolved;
    }
    return !compare(*each.vector, answer_of(validate(*each.package, profile))).empty();
  }

 private:
  Store store_;
  std::map<std::pair<std::string, std::vector<std::string>>, std::shared_ptr<const Profile>> profiles_;
};

std::string label(const std::string& rule, const std::string& change) { return rule + ": " + change; }

// "rule: change" → reason. One reason may stand for several rules and changes.
Result<std::map<std::string, std::string>> explained(const StoreData& store, const std::string& family) {
  std::map<std::string, std::string> reasons;
  const std::string path = "spec/" + family + "/survivors.json";
  if (!store.file(path).data()) return reasons;
  const auto parsed = store.document(path);
  if (!parsed) return parsed.problem();
  for (JsonNode row = first_child(member(root(**parsed), "survivors")); row; row = next_sibling(row)) {
    if (auto problem = only_keys(row, "rules changes reason")) return *problem;
    const JsonNode rules = member(row, "rules"), changes = member(row, "changes");
    for (const char* name : {"rules", "changes", "reason"})
      if (const JsonNode each = member(row, name); content(each).empty() && size(each) == 0)
        return json::missing(row, "bad-survivor", name, "Say why no vector can notice it.");
    for (JsonNode rule = first_child(rules); rule; rule = next_sibling(rule))
      for (JsonNode change = first_child(changes); change; change = next_sibling(change))
        reasons.emplace(label(std::string(content(rule)), std::string(content(change))),
                        content(member(row, "reason")));
  }
  return reasons;
}

std::optional<Problem> mutate_one(MutationReport& report, const StoreData& store, const std::string& id,
                                  const std::string& path, const JsonDocument& rules, const std::string& filter,
                                  const std::vector<Case>& cases) {
  auto reasons = explained(store, id);
  if (!reasons) return reasons.problem();
  for (const Mutant& mutant : mutants_of(rules, filter)) {
    ++report.mutants;
    if (Trial(path, mutant).noticed(cases, mutant.rule)) continue;
    const auto reason = reasons->find(label(mutant.rule, mutant.change));
    report.survivors.push_back({mutant.rule, mutant.change, reason == reasons->end() ? "" : reason->second});
    if (reason != reasons->end()) reasons->erase(reason);
  }
  if (filter.empty())
    for (const auto& [what, reason] : *reasons) report.stale.push_back(what);
  return std::nullopt;
}

}  // namespace

std::size_t MutationReport::unexplained() const {
  return static_cast<std::size_t>(
      std::count_if(survivors.begin(), survivors.end(), [](const Survivor& each) { return each.reason.empty(); }));
}

std::string MutationReport::text() const {
  std::string text;
  for (const Survivor& each : survivors)
    text += (each.reason.empty() ? "SURVIVOR  " : "explained ") + label(each.rule, each.change) +
            (each.reason.empty() ? "" : " (" + each.reason + ")") + "\n";
  for (const std::string& each : failing) text += "FAILS     " + each + " without any change\n";
  for (const std::string& each : stale) text += "STALE     " + each + "\n";
  return text + std::to_string(mutants) + " mutants, " + std::to_string(survivors.size()) + " survived, " +
         std::to_string(unexplained()) + " without a reason, " + std::to_string(stale.size()) + " stale reasons\n";
}

Result<MutationReport> mutate(const Suite& suite, const Selection& selection) {
  MutationReport report;
  const TemporaryFolder folder;
  auto cases = open_all(suite, folder);
  if (!cases) return cases.problem();
  // A vector that fails anyway would notice everything.
  Trial unchanged;
  std::erase_if(*cases, [&](const Case& each) {
    const bool fails = unchanged.fails(each);
    if (fails) report.failing.push_back(each.vector->id);
    return fails;
  });
  const Store store;
  for (const std::string& id : store.data().family_ids()) {
    if (!selection.family.empty() && selection.family != id) continue;
    const auto family = store.data().family(id);
    if (!family) return family.problem();
    if (!(*family)->rules) continue;
    if (auto problem = mutate_one(report, store.data(), id, "validators/" + id + "/rules.json", *(*family)->rules,
                                  selection.filter, *cases))
      return *problem;
  }
  // Application profiles and overlays that ship have rules of their own.
  for (const EmbeddedFile& file : embedded_under(profile_place)) {
    const std::string path(file.path);
    const std::string id =
        path.substr(profile_place.size(), path.find('/', profile_place.size()) - profile_place.size());
    if (!selection.family.empty() && selection.family != id) continue;
    const auto parsed = store.data().document(path);
    if (!parsed) return parsed.problem();
    if (auto problem = mutate_one(report, store.data(), id, path, **parsed, selection.filter, *cases)) return *problem;
  }
  return report;
}

}  // namespace assay::vectors
