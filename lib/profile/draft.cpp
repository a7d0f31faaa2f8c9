#include "profile/draft.hpp"

#include <algorithm>
#include <numeric>

#include "json/mistakes.hpp"
#include "profile/dead.hpp"
#include "profile/store_data.hpp"

namespace assay {
namespace {

constexpr std::size_t most_of_text = 4'096;
constexpr std::string_view stanza_keys = "id requirements versions kind needs message fix confidence at";

std::string default_needs(const KindInfo& kind, JsonNode stanza) {
  if (kind.name == "entry") return "entries";
  const std::string over(content(member(stanza, "over")));
  if (kind.name == "assert" && !over.empty()) return over == "inventory" ? "entries" : over;
  return "manifest";
}

// Texts are texts, and what only switches something on is true or false.
std::optional<Problem> check_types(JsonNode stanza) {
  for (JsonNode each = first_child(stanza); each; each = next_sibling(each)) {
    const std::string_view name = key(each);
    const auto is_any = [&](std::initializer_list<std::string_view> names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (is_any({"trim", "skip_empty", "collapse"}) && type(each) != JsonType::boolean)
      return json::takes(each, "bad-parameter", name, "true or false", "Write it without quotes.");
    if (is_any({"id", "needs", "message", "fix"}) && type(each) != JsonType::string)
      return json::takes(each, "bad-rule", name, "a text", "Write \"…\".");
    if (is_any({"id", "message", "fix"}) && content(each).size() > most_of_text)
      return json::problem_at(each, "long-text",
                              text::quoted(name) + " has more than " + std::to_string(most_of_text) + " bytes.",
                              "Say it shorter: it stands in every finding.");
    if (name == "confidence" && (type(each) != JsonType::number || !(number(each) > 0 && number(each) <= 1)))
      return json::takes(each, "bad-rule", name, "a number above 0 and up to 1",
                         "Leave it out when the rule is certain.");
  }
  return std::nullopt;
}

const ParamInfo* declared(const Draft& draft, std::string_view name) {
  const auto params = draft.native ? draft.native->params : draft.kind->params;
  const auto found =
      std::find_if(params.begin(), params.end(), [&](const ParamInfo& each) { return each.name == name; });
  return found == params.end() ? nullptr : &*found;
}

Problem no_such_parameter(const Draft& draft, JsonNode where) {
  std::vector<std::string_view> names;
  for (const ParamInfo& each : draft.native ? draft.native->params : draft.kind->params)
    if (each.join != Join::fixed) names.push_back(each.name);
  names.insert(names.end(), {"severity", "refuse"});
  return json::problem_at(where, "unknown-parameter",
                          "The rule " + draft.id + " has no parameter " + text::quoted(key(where)) + ".",
                          text::suggestion(key(where), names));
}

// A pattern of a profile is an error where it stands, not in the rule that it tightens.
std::optional<Problem> check_patterns(const Draft& draft, Join join, JsonNode node) {
  if (!draft.kind || (join != Join::patterns && join != Join::deny)) return std::nullopt;
  const bool list = type(node) == JsonType::array;
  for (JsonNode each = list ? first_child(node) : node; each; each = list ? next_sibling(each) : JsonNode{})
    if (const auto compiled = text::Regex::compile(content(each)); !compiled)
      return json::problem_at(each, compiled.problem().code, compiled.problem().message, compiled.problem().advice);
  return std::nullopt;
}

std::optional<Problem> tighten_severity(Draft& draft, JsonNode node) {
  const std::string_view level = content(node);
  if (level != "error" && level != "warning" && level != "info")
    return json::takes(node, "bad-severity", "severity", "error, warning or info", "Write one of them.");
  const Severity wanted = level == "error" ? Severity::error : level == "warning" ? Severity::warning : Severity::info;
  if (draft.confidence < 1 && wanted == Severity::error)
    return json::problem_at(node, "bad-severity", "The rule " + draft.id + " only guesses, so it stays a warning.",
                            "Leave it out, or add a rule of your own that is certain.");
  draft.severity = std::max(draft.severity.value_or(Severity::info), wanted);
  return std::nullopt;
}

// Whoever takes packages in may refuse more than the floor does, never less.
std::optional<Problem> tighten_class(Draft& draft, JsonNode node) {
  if (type(node) != JsonType::boolean || !boolean(node))
    return json::problem_at(node, "bad-parameter", "\"refuse\" takes true only.",
                            "Write true or leave it out: no profile takes a refusal back.");
  if (draft.confidence < 1)
    return json::problem_at(node, "bad-parameter", "The rule " + draft.id + " only guesses, so it refuses nothing.",
                            "Leave it out, or add a rule of your own that is certain.");
  draft.refuse = true;
  draft.severity = Severity::error;
  return std::nullopt;
}

std::optional<Problem> tighten_parameter(Draft& draft, JsonNode node) {
  const std::string name(key(node));
  const auto old = draft.params.find(name);
  const ParamInfo* info = declared(draft, name);
  if (!info && old == draft.params.end()) return no_such_parameter(draft, node);
  const Join join = info ? info->join : old->second.join;
  if (join == Join::fixed) return at_node(fixed_parameter(draft.id, name), node);
  auto value = read_param(node, join, name);
  if (!value) return value.problem();
  if (auto problem = check_patterns(draft, join, node)) return problem;
  if (old == draft.params.end()) {  // the rule sets no bound yet
    draft.params.emplace(name, std::move(*value));
    return std::nullopt;
  }
  auto joined = join_params(draft.id, name, old->second, *value);
  if (!joined) return at_node(joined.problem(), node);
  old->second = std::move(*joined);
  return std::nullopt;
}

std::optional<Problem> check_range(const Draft& draft, JsonNode where) {
  const auto min = draft.params.find("min"), max = draft.params.find("max");
  if (min == draft.params.end() || max == draft.params.end()) return std::nullopt;
  const auto problem = empty_range(draft.id, min->second, max->second);
  if (!problem) return std::nullopt;
  return at_node(*problem, where);
}

}  // namespace

void sort_by_id(std::vector<Requirement>& rows) {
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return rows[a].id < rows[b].id; });
  std::vector<Requirement> sorted;
  sorted.reserve(rows.size());
  for (const std::uint32_t each : order) sorted.push_back(std::move(rows[each]));
  rows = std::move(sorted);
}

std::string canonical(const std::vector<Requirement>& rows) {
  std::string text;
  for (const Requirement& row : rows)
    text.append(row.id).append(1, static_cast<char>('0' + static_cast<int>(row.level))).append(row.statement + "\n");
  return text;
}

Problem at_node(const Problem& problem, JsonNode node) {
  return node ? json::problem_at(node, problem.code, problem.message, problem.advice) : problem;
}

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
    if (!node) return json::missing(stanza, "unknown-kind", "kind", text::one_of(names));
    return json::problem_at(node, "unknown-kind", text::quoted(content(node)) + " is no kind of rule.",
                            text::suggestion(content(node), names));
  }
  std::string allowed(stanza_keys);
  for (const ParamInfo& param : kind->params) allowed.append(" ").append(param.name);
  if (auto problem = only_keys(stanza, allowed)) return *problem;
  if (auto problem = check_types(stanza)) return *problem;
  Draft draft;
  draft.id = content(member(stanza, "id"));
  draft.kind = kind;
  draft.kind_name = kind->name;
  draft.stanza = stanza;
  draft.origin = origin;
  draft.message = content(member(stanza, "message"));
  draft.fix = content(member(stanza, "fix"));
  draft.needs = member(stanza, "needs") ? std::string(content(member(stanza, "needs"))) : default_needs(*kind, stanza);
  draft.confidence = member(stanza, "confidence") ? number(member(stanza, "confidence")) : 1.0;
  if (draft.id.find('.') == std::string::npos)
    return json::problem_at(
        stanza, "bad-rule",
        member(stanza, "id") ? text::quoted(draft.id) + " is no id of a rule." : std::string("\"id\" is missing."),
        "Write \"id\": \"" + family + ".what-is-wrong\".");
  if (draft.message.empty()) return json::missing(stanza, "bad-rule", "message", "Write \"message\": \"…\".");
  const auto versions = strings(member(stanza, "versions"));
  if (!version.empty() && !versions.empty() && std::find(versions.begin(), versions.end(), version) == versions.end())
    return std::optional<Draft>();
  const auto wanted = strings(member(stanza, "requirements"));
  draft.requirements = cited(wanted, origin);
  // A family's rule follows its rows from version to version; a profile of its own has no other rows to mean.
  for (JsonNode each = version.empty() ? first_child(member(stanza, "requirements")) : JsonNode{}; each;
       each = next_sibling(each))
    if (cited({std::string(content(each))}, origin).empty())
      return json::problem_at(each, "unknown-requirement",
                              "There is no requirement " + text::quoted(content(each)) + " here.",
                              "Name a requirement of this profile (R-001) or of a version in it (imscp-1.1.2/R-031).");
  if (draft.requirements.empty()) {
    if (!version.empty() && !wanted.empty()) return std::optional<Draft>();
    return json::problem_at(stanza, "untraced-rule", "The rule " + draft.id + " names no requirement that exists.",
                            "Name one in \"requirements\".");
  }
  if (kind->takes_at && !member(stanza, "at"))
    return json::missing(stanza, "missing-parameter", "at", "Say which elements or attributes the rule is about.");
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
  if (type(change) != JsonType::object)
    return json::takes(change, "bad-profile", key(change), "an object", "Write { \"max\": 10 }.");
  for (JsonNode each = first_child(change); each; each = next_sibling(each)) {
    if (key(each) == "reason") continue;
    if (auto problem = key(each) == "severity" ? tighten_severity(draft, each)
                       : key(each) == "refuse" ? tighten_class(draft, each)
                                               : tighten_parameter(draft, each))
      return problem;
  }
  return check_range(draft, change);
}

std::optional<Problem> apply_row(Draft& draft, JsonNode params, std::set<std::string, std::less<>>& used) {
  for (JsonNode each = first_child(params); each; each = next_sibling(each)) {
    const ParamInfo* info = declared(draft, key(each));
    if (!info) continue;  // another rule of the row has it
    auto value = read_param(each, info->join, std::string(key(each)));
    if (!value) return value.problem();
    used.emplace(key(each));
    draft.params.insert_or_assign(std::string(key(each)), std::move(*value));
  }
  return std::nullopt;
}

Result<std::shared_ptr<const ParamSet>> compile(const Draft& draft) {
  auto set = std::make_shared<ParamSet>();
  set->values = draft.params;
  set->needs = draft.needs;
  if (draft.native) set->tables = draft.native->tables;
  for (auto& [name, value] : set->values) {
    value.views.assign(value.list.begin(), value.list.end());
    value.from.clear();  // the documents may be gone when the profile is used
  }
  std::optional<Problem> problem = check_range(draft, draft.stanza);
  if (problem) return *problem;
  if (draft.kind && draft.kind->takes_at) problem = kinds_detail::compile_paths(*set, "at", set->at);
  if (!problem && draft.kind && draft.kind->compile) problem = draft.kind->compile(*set);
  if (!problem) problem = never_fires(draft, *set);
  if (problem) {
    const Problem located = json::problem_at(draft.stanza, problem->code,
                                             "In the rule " + draft.id + ": " + problem->message, problem->advice);
    return located;
  }
  return std::shared_ptr<const ParamSet>(std::move(set));
}

}  // namespace assay
