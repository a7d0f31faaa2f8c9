#include "profile/draft.hpp"

#include <algorithm>
#include <cstdlib>

#include "profile/store_data.hpp"

namespace assay {
namespace {

constexpr std::string_view stanza_keys = "id requirements versions kind needs message fix confidence at";

}  // namespace

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    if (space != 0) list.emplace_back(text.substr(0, space));
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
  }
  return list;
}

std::vector<std::string> strings(JsonNode list) {
  std::vector<std::string> out;
  if (type(list) == JsonType::string) out.emplace_back(content(list));
  for (JsonNode each = first_child(list); each; each = next_sibling(each)) out.emplace_back(content(each));
  return out;
}

Result<std::optional<Draft>> read_stanza(JsonNode stanza, const std::string& family, const std::string& version,
                                         const std::string& origin, const Citations& cited) {
  const KindInfo* kind = find_kind(content(member(stanza, "kind")));
  if (!kind) {
    std::vector<std::string_view> names;
    for (const KindInfo* each : kinds()) names.push_back(each->name);
    const JsonNode node = member(stanza, "kind");
    return json::problem_at(node ? node : stanza, "unknown-kind",
                            "\"" + std::string(content(node)) + "\" is no kind of rule.",
                            "Kinds are: " + kinds_detail::joined(names, " and ", 20) + ".");
  }
  std::string allowed(stanza_keys);
  for (const ParamInfo& param : kind->params) allowed.append(" ").append(param.name);
  if (auto problem = only_keys(stanza, allowed)) return *problem;
  Draft draft;
  draft.id = content(member(stanza, "id"));
  draft.kind = kind;
  draft.kind_name = kind->name;
  draft.stanza = stanza;
  draft.origin = origin;
  draft.message = content(member(stanza, "message"));
  draft.fix = content(member(stanza, "fix"));
  draft.needs = member(stanza, "needs") ? std::string(content(member(stanza, "needs"))) : "manifest";
  draft.confidence = member(stanza, "confidence") ? number(member(stanza, "confidence")) : 1.0;
  if (draft.id.find('.') == std::string::npos || draft.message.empty())
    return json::problem_at(stanza, "bad-rule", "A rule has an id with a dot and a message.",
                            "Write \"id\": \"" + family + ".what-is-wrong\" and \"message\": \"…\".");
  const auto versions = strings(member(stanza, "versions"));
  if (!version.empty() && !versions.empty() && std::find(versions.begin(), versions.end(), version) == versions.end())
    return std::optional<Draft>();
  const auto wanted = strings(member(stanza, "requirements"));
  draft.requirements = cited(wanted, origin);
  if (draft.requirements.empty()) {
    if (!version.empty() && !wanted.empty()) return std::optional<Draft>();
    return json::problem_at(stanza, "untraced-rule", "The rule " + draft.id + " cites no requirement that exists.",
                            "Name one in \"requirements\"; every verdict traces to a requirement.");
  }
  if (kind->takes_at && !member(stanza, "at"))
    return json::problem_at(stanza, "missing-parameter", "\"at\" is missing.",
                            "Say which elements or attributes the rule is about.");
  if (const JsonNode at = member(stanza, "at")) {
    auto value = read_param(at, Join::fixed, "at");
    if (!value) return value.problem();
    draft.params.emplace("at", std::move(*value));
  }
  for (const ParamInfo& param : kind->params)
    if (const JsonNode node = member(stanza, param.name)) {
      auto value = read_param(node, param.join, std::string(param.name));
      if (!value) return value.problem();
      draft.params.emplace(param.name, std::move(*value));
    }
  return std::optional<Draft>(std::move(draft));
}

std::optional<Problem> tighten(Draft& draft, JsonNode change) {
  for (JsonNode each = first_child(change); each; each = next_sibling(each)) {
    const std::string name(key(each));
    if (name == "reason") continue;
    if (name == "severity") {
      const std::string_view level = content(each);
      if (level != "error" && level != "warning" && level != "info")
        return json::problem_at(each, "bad-severity", "A severity is error, warning or info.", "Write one of them.");
      const Severity wanted = level == "error"     ? Severity::error
                              : level == "warning" ? Severity::warning
                                                   : Severity::info;
      draft.severity = std::max(draft.severity.value_or(Severity::info), wanted);
      continue;
    }
    const auto old = draft.params.find(name);
    if (old == draft.params.end() || old->second.join == Join::fixed)
      return json::problem_at(each, "fixed-parameter",
                              "The parameter \"" + name + "\" of " + draft.id + " cannot be tightened.",
                              "Add a rule of your own instead.");
    auto value = read_param(each, old->second.join, name);
    if (!value) return value.problem();
    auto joined = join_params(draft.id, name, old->second, *value);
    if (!joined) return joined.problem();
    old->second = std::move(*joined);
  }
  const auto min = draft.params.find("min"), max = draft.params.find("max");
  if (min != draft.params.end() && max != draft.params.end() &&
      std::strtod(min->second.text.c_str(), nullptr) > std::strtod(max->second.text.c_str(), nullptr))
    return json::problem_at(change, "profile-conflict",
                            draft.id + ": nothing is left between min " + min->second.text + " (" + min->second.origin +
                                ") and max " + max->second.text + " (" + max->second.origin + ").",
                            "Change one of the two places.");
  return std::nullopt;
}

std::optional<Problem> apply_row(Draft& draft, JsonNode params) {
  for (JsonNode each = first_child(params); each; each = next_sibling(each)) {
    const auto old = draft.params.find(key(each));
    if (old == draft.params.end()) continue;  // another rule of the row has it
    auto value = read_param(each, old->second.join, std::string(key(each)));
    if (!value) return value.problem();
    old->second = std::move(*value);
  }
  return std::nullopt;
}

Result<std::shared_ptr<const ParamSet>> compile(const Draft& draft) {
  auto set = std::make_shared<ParamSet>();
  set->values = draft.params;
  set->needs = draft.needs;
  for (auto& [name, value] : set->values) value.views.assign(value.list.begin(), value.list.end());
  std::optional<Problem> problem;
  if (draft.kind && draft.kind->takes_at) problem = kinds_detail::compile_paths(*set, "at", set->at);
  if (!problem && draft.kind && draft.kind->compile) problem = draft.kind->compile(*set);
  if (problem) {
    const Problem located =
        json::problem_at(draft.stanza, problem->code, draft.id + ": " + problem->message, problem->advice);
    return located;
  }
  return std::shared_ptr<const ParamSet>(std::move(set));
}

}  // namespace assay
