#include "profile/claims.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "profile/param_set.hpp"

namespace assay {
namespace {

struct Claim {
  std::uint32_t rule;
  int specificity;  // constrained fields, exact names more than wildcards; a catch-all has none
  const ParamSet* set;
  bool catch_all;
};

bool needs_role(std::string_view needs, std::string_view role) {
  for (std::size_t at = needs.find(role); at != std::string_view::npos; at = needs.find(role, at + 1)) {
    const bool starts = at == 0 || needs[at - 1] == ' ',
               ends = at + role.size() == needs.size() || needs[at + role.size()] == ' ';
    if (starts && ends) return true;
  }
  return false;
}

bool listed(const ParamSet& set, std::string_view name, std::string_view wanted) {
  const ParamValue* value = set.find(name);
  if (!value) return true;
  return std::any_of(value->list.begin(), value->list.end(), [&](const std::string& each) {
    return each == wanted ||
           (each.ends_with(":*") && wanted.starts_with(std::string_view(each).substr(0, each.size() - 1)));
  });
}

// "bad-value" covers every facet of it.
bool covers_cause(const ParamSet& set, std::string_view cause) {
  const ParamValue* value = set.find("cause");
  return value && std::any_of(value->list.begin(), value->list.end(), [&](const std::string& each) {
           return cause == each || (cause.starts_with(each) && cause.size() > each.size() && cause[each.size()] == ':');
         });
}

bool matches_value(const ParamSet& set, std::string_view value) {
  return set.patterns.empty() || std::any_of(set.patterns.begin(), set.patterns.end(),
                                             [&](const text::Regex& each) { return each.matches_whole(value); });
}

// Empty for a name in no namespace: <lom> without one is not of the standard that is called lom.
std::string_view prefix_of(std::string_view canonical) {
  const std::size_t colon = canonical.find(':');
  return colon == std::string_view::npos ? std::string_view() : canonical.substr(0, colon);
}

bool takes(const Claim& claim, const SchemaDefect& defect) {
  if (!claim.catch_all)
    return listed(*claim.set, "element", name(defect.node)) &&
           listed(*claim.set, "parent", name(parent(defect.node))) && listed(*claim.set, "child", defect.child) &&
           listed(*claim.set, "attribute", defect.attribute) && matches_value(*claim.set, defect.value);
  // A foreign element belongs to the standard it stands in. A root element of no known standard is claimed by nobody:
  // it is what rules about the root are for (imscp.foreign-root-element).
  if (!claim.set->find("standards")) return true;
  for (Node node = defect.node; node; node = parent(node))
    if (listed(*claim.set, "standards", prefix_of(name(node)))) return true;
  return false;
}

// How far up the catch-all had to look: the nearer standard wins.
int foreignness(const Claim& claim, const SchemaDefect& defect) {
  if (!claim.set->find("standards")) return 1'000;
  int steps = 0;
  for (Node node = defect.node; node; node = parent(node), ++steps)
    if (listed(*claim.set, "standards", prefix_of(name(node)))) return steps;
  return 1'000;
}

}  // namespace

std::vector<std::uint32_t> claim(const Profile& profile, std::span<const SchemaDefect> defects, std::string_view role) {
  std::vector<std::uint32_t> owners(defects.size(), none);
  if (defects.empty()) return owners;
  std::vector<Claim> claims;
  for (std::uint32_t i = 0; i < profile.rules.size(); ++i) {
    const Rule& rule = profile.rules[i];
    const bool catch_all = rule.kind == "xsd-valid";
    if ((rule.kind != "schema-defect" && !catch_all) || !needs_role(rule.needs, role)) continue;
    int specificity = 0;
    for (const char* field : {"element", "parent", "child", "attribute", "value"})
      if (const ParamValue* value = rule.params->find(field)) {
        const bool wildcard = std::all_of(value->list.begin(), value->list.end(),
                                          [](const std::string& each) { return each.ends_with(":*"); });
        specificity += wildcard ? 1 : 2;
      }
    claims.push_back({i, specificity, rule.params.get(), catch_all});
  }
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return a.catch_all != b.catch_all ? b.catch_all : a.specificity > b.specificity;
  });
  // There are few causes and perhaps many defects: who could claim a cause is asked once.
  std::unordered_map<std::string_view, std::vector<Claim>> by_cause;
  for (std::size_t d = 0; d < defects.size(); ++d) {
    const auto [candidates, fresh] = by_cause.try_emplace(defects[d].cause);
    const bool valid = defects[d].cause.ends_with("lax");  // no defect to the schema: only who asks for it gets it
    if (fresh)
      std::copy_if(claims.begin(), claims.end(), std::back_inserter(candidates->second), [&](const Claim& each) {
        return each.catch_all ? !valid : covers_cause(*each.set, defects[d].cause);
      });
    int nearest = 1'001;
    for (const Claim& claim : candidates->second) {
      if (!takes(claim, defects[d])) continue;
      if (!claim.catch_all) {
        if (owners[d] == none) owners[d] = claim.rule;
        break;
      }
      if (owners[d] != none && nearest == 1'001) break;  // claimed by a specific rule
      if (const int steps = foreignness(claim, defects[d]); steps < nearest) {
        nearest = steps;
        owners[d] = claim.rule;
      }
    }
  }
  return owners;
}

}  // namespace assay
