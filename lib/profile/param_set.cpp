#include "profile/param_set.hpp"

#include "json/mistakes.hpp"
#include "language/data.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <assay/profile.hpp>

namespace assay {
namespace {

double as_number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_number(std::string_view text) {
  double value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  return end.ec == std::errc() && end.ptr == text.data() + text.size();
}

bool list_like(Join join) {
  return join == Join::allow || join == Join::require || join == Join::deny || join == Join::patterns;
}

std::string places(const ParamValue& value) {
  std::set<std::string> all;  // whatever the order of the profiles
  for (const JsonNode node : value.from) {
    const auto where = json::position(node);
    all.insert(node.document->file + ":" + std::to_string(where.line) + ":" + std::to_string(where.column));
  }
  if (all.empty()) return "assay";  // a default of the rule
  std::string text;
  for (const std::string& each : all) text += (text.empty() ? "" : ", ") + each;
  return text;
}

Problem conflict(const std::string& rule, const std::string& name, const std::string& why, const ParamValue& a,
                 const ParamValue& b) {
  return {ProblemKind::usage, "profile-conflict",
          "Two places contradict each other in " + text::quoted(name) + " of " + rule + ": " + why + " (" + places(a) +
              ", " + places(b) + ").",
          "Change one of the two places, or leave one of the profiles out.", ""};
}

}  // namespace

const ParamValue* ParamSet::find(std::string_view name) const {
  const auto found = values.find(name);
  return found == values.end() ? nullptr : &found->second;
}

Result<ParamValue> read_param(JsonNode node, Join join, const std::string& name) {
  ParamValue value;
  value.join = join;
  value.from = {node};
  value.shipped = node.document->shipped;
  const auto bad = [&](const char* wanted, const char* advice = "") {
    return json::takes(node, "bad-parameter", name, wanted, advice);
  };
  const auto scalar = [](JsonNode n) {
    return type(n) != JsonType::array && type(n) != JsonType::object && type(n) != JsonType::null;
  };
  if (type(node) == JsonType::object) {
    if (join != Join::table && join != Join::fixed)
      return bad(list_like(join) ? "a list of plain values" : "one value");
    for (JsonNode row = first_child(node); row; row = next_sibling(row)) {
      if (!scalar(row)) return bad("an object of plain values");
      value.table.emplace(key(row), content(row));
    }
    return value;
  }
  if (type(node) == JsonType::array) {
    if (!list_like(join) && join != Join::fixed) return bad(join == Join::table ? "an object" : "one value");
    for (JsonNode row = first_child(node); row; row = next_sibling(row)) {
      if (!scalar(row)) return bad("a list of plain values");
      value.list.emplace_back(content(row));
    }
    return value;
  }
  if (!scalar(node)) return bad("one value");
  if (join == Join::table) return bad("an object");
  if ((join == Join::max || join == Join::min) && type(node) != JsonType::number)
    return bad("a number", "Write it without quotes.");
  if (join == Join::flag && type(node) != JsonType::boolean) return bad("true or false", "Write it without quotes.");
  value.text = content(node);
  value.list.emplace_back(content(node));
  return value;
}

Result<ParamValue> read_default(const ParamInfo& info, std::string_view rule_id) {
  // "@table/member": it stands in a dated table.
  if (info.initial.starts_with('@')) {
    const std::size_t slash = info.initial.find('/');
    const JsonNode table = language::data_file(info.initial.substr(1, slash - 1));
    return read_param(member(table, info.initial.substr(slash + 1)), info.join, std::string(info.name));
  }
  auto parsed = json::parse(std::string(rule_id), std::string(info.initial));
  if (!parsed) return parsed.problem();
  auto value = read_param(root(**parsed), info.join, std::string(info.name));
  if (value) {
    value->from.clear();  // its text is read once
    value->shipped = true;
  }
  return value;
}

Problem fixed_parameter(const std::string& rule, const std::string& name) {
  return {ProblemKind::usage, "fixed-parameter", "The parameter " + text::quoted(name) + " of " + rule + " is fixed.",
          "Add a rule of your own instead.", ""};
}

Result<ParamValue> join_params(const std::string& rule, const std::string& name, const ParamValue& a,
                               const ParamValue& b) {
  ParamValue joined = a;
  joined.from.insert(joined.from.end(), b.from.begin(), b.from.end());
  joined.shipped = a.shipped && b.shipped;
  const auto contains = [](const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
  };
  switch (a.join) {
    case Join::fixed: return fixed_parameter(rule, name);
    case Join::max:
    case Join::min:
      if (!is_number(a.text) || !is_number(b.text)) return conflict(rule, name, "one of the values is no number", a, b);
      // 100 and 1e2 are one number: which spelling stays must not depend on the order.
      if (as_number(b.text) == as_number(a.text))
        joined.text = std::min(a.text, b.text);
      else if ((a.join == Join::max) == (as_number(b.text) < as_number(a.text)))
        joined.text = b.text;
      joined.list = {joined.text};
      return joined;
    case Join::allow:
      joined.list.clear();
      for (const std::string& item : a.list)
        if (contains(b.list, item)) joined.list.push_back(item);
      if (joined.list.empty()) return conflict(rule, name, "no value is allowed by both", a, b);
      break;
    case Join::require:
    case Join::deny:
    case Join::patterns:
      for (const std::string& item : b.list)
        if (!contains(joined.list, item)) joined.list.push_back(item);
      break;
    case Join::flag:
      joined.text = a.text == "true" || b.text == "true" ? "true" : "false";
      joined.list = {joined.text};
      return joined;
    case Join::table:
      for (const auto& [key, item] : b.table) {
        const auto [row, fresh] = joined.table.emplace(key, item);
        if (!fresh && row->second != item)
          return conflict(rule, name, "the key " + text::quoted(key) + " has two values", a, b);
      }
      return joined;
  }
  std::sort(joined.list.begin(), joined.list.end());
  return joined;
}

std::optional<Problem> empty_range(const std::string& rule, const ParamValue& min, const ParamValue& max) {
  if (!is_number(min.text) || !is_number(max.text) || as_number(min.text) <= as_number(max.text)) return std::nullopt;
  return Problem{ProblemKind::usage, "profile-conflict",
                 "Nothing is left for " + rule + " between min " + min.text + " (" + places(min) + ") and max " +
                     max.text + " (" + places(max) + ").",
                 "Change one of the two places, or leave one of the profiles out.", ""};
}

std::string canonical(const ParamValue& value) {
  std::string out = value.text;
  std::vector<std::string> sorted = value.list;
  std::sort(sorted.begin(), sorted.end());
  for (const std::string& item : sorted) out += '\x1f' + item;
  for (const auto& [key, item] : value.table) out += '\x1e' + key + '\x1f' + item;
  return out;
}

bool Params::has(std::string_view name) const { return ParamsAccess::of(*this).find(name) != nullptr; }

std::string_view Params::text(std::string_view name, std::string_view fallback) const {
  const ParamValue* value = ParamsAccess::of(*this).find(name);
  return value ? std::string_view(value->text) : fallback;
}

std::int64_t Params::integer(std::string_view name, std::int64_t fallback) const {
  const ParamValue* value = ParamsAccess::of(*this).find(name);
  if (!value || !is_number(value->text)) return fallback;
  constexpr double most = 9e18;  // what does not fit is as good as the largest that does
  return static_cast<std::int64_t>(std::clamp(as_number(value->text), -most, most));
}

double Params::number(std::string_view name, double fallback) const {
  const ParamValue* value = ParamsAccess::of(*this).find(name);
  return value && is_number(value->text) ? as_number(value->text) : fallback;
}

bool Params::flag(std::string_view name) const { return text(name) == "true"; }

std::span<const std::string_view> Params::list(std::string_view name) const {
  const ParamValue* value = ParamsAccess::of(*this).find(name);
  return value ? std::span<const std::string_view>(value->views) : std::span<const std::string_view>();
}

std::string_view Params::entry(std::string_view name, std::string_view key, std::string_view fallback) const {
  const ParamValue* value = ParamsAccess::of(*this).find(name);
  if (!value) return fallback;
  const auto found = value->table.find(key);
  return found == value->table.end() ? fallback : std::string_view(found->second);
}

Params Rule::parameters() const { return ParamsAccess::make(*params); }

}  // namespace assay
