#include <algorithm>
#include <array>

#include <assay/package.hpp>

#include "package/trees.hpp"
#include "profile/kinds/kind.hpp"
#include "text/unicode.hpp"

namespace assay {

extern const KindInfo count_kind, value_in_kind, matches_kind, length_kind, range_kind, unique_kind, resolves_kind,
    entry_kind, schema_defect_kind, xsd_valid_kind, json_schema_valid_kind, assert_kind, sighting_kind;

std::span<const KindInfo* const> kinds() {
  static constexpr std::array<const KindInfo*, 13> all = {
      &count_kind,         &value_in_kind,  &matches_kind,           &length_kind,
      &range_kind,         &unique_kind,    &resolves_kind,          &entry_kind,
      &schema_defect_kind, &xsd_valid_kind, &json_schema_valid_kind, &assert_kind,
      &sighting_kind};
  return all;
}

const KindInfo* find_kind(std::string_view name) {
  for (const KindInfo* kind : kinds())
    if (kind->name == name) return kind;
  return nullptr;
}

namespace kinds_detail {

std::string_view shortened(std::string_view value, std::size_t most_bytes) {
  if (value.size() <= most_bytes) return value;
  while (most_bytes > 0 && (static_cast<unsigned char>(value[most_bytes]) & 0xC0) == 0x80) --most_bytes;
  return value.substr(0, most_bytes);
}

std::uint64_t most_suggestions(const Package& package) {
  return std::max<std::uint64_t>(limits_of(package).findings, Limits{}.findings);
}

std::string_view nearest_identifier(Node node) {
  for (; node; node = parent(node))
    if (const Attribute found = attribute(node, "identifier")) return shortened(trimmed(value(found)));
  return {};
}

void report_target(Reporter& report, std::string_view cause, const Target& target, std::string_view value,
                   std::initializer_list<Argument> more) {
  std::vector<Argument> arguments = {{"value", shortened(value)}, {"element", shortened(written_name(target.node))}};
  if (target.attribute) arguments.push_back({"attribute", shortened(written_name(target.attribute))});
  if (const std::string_view identifier = nearest_identifier(target.node); !identifier.empty())
    arguments.push_back({"identifier", identifier});
  arguments.insert(arguments.end(), more.begin(), more.end());
  report.report_arguments(cause, target.node, arguments);
}

Problem missing(std::string_view name, std::string advice) {
  return {ProblemKind::usage, "missing-parameter", text::quoted(name) + " is missing.", std::move(advice), ""};
}

Problem takes(std::string_view name, std::string_view expected, std::string advice) {
  return {ProblemKind::usage, "bad-parameter", text::quoted(name) + " takes " + std::string(expected) + ".",
          std::move(advice), ""};
}

std::optional<Problem> one_given(const ParamSet& set, std::string_view one, std::string_view other) {
  if (set.find(one) || set.find(other)) return std::nullopt;
  return Problem{ProblemKind::usage, "missing-parameter",
                 "Neither " + text::quoted(one) + " nor " + text::quoted(other) + " is given.", "Give one of them.",
                 ""};
}

std::optional<Problem> compile_patterns(const ParamValue* value, std::vector<text::Regex>& out) {
  for (std::size_t i = 0; value && i < value->list.size(); ++i) {
    out.push_back(text::Regex::later(value->list[i]));
    if (!value->shipped && !out.back().ok()) return text::Regex::compile(value->list[i]).problem();
  }
  return std::nullopt;
}

std::optional<Problem> check_name(const std::string& name) {
  if (Selector::is_name(name.ends_with(":*") ? name.substr(0, name.size() - 1) + "x" : name)) return std::nullopt;
  return Problem{ProblemKind::usage, "bad-path", text::quoted(name) + " is no name of an element or attribute.",
                 Selector::how_to_write(), ""};
}

std::optional<Problem> compile_paths(const ParamSet& set, std::string_view name, std::vector<Selector>& out) {
  const ParamValue* value = set.find(name);
  if (!value || value->list.empty()) return missing(name, "Say which elements or attributes the rule is about.");
  for (const std::string& path : value->list) {
    auto parsed = Selector::parse(path);
    if (!parsed) return parsed.problem();
    out.push_back(std::move(*parsed));
  }
  return std::nullopt;
}

std::string joined(std::span<const std::string_view> list, std::string_view last_separator, std::size_t most) {
  std::string text;
  const std::size_t count = std::min(list.size(), most);
  for (std::size_t i = 0; i < count; ++i)
    text.append(i == 0 ? "" : i + 1 == list.size() ? last_separator : ", ").append(list[i]);
  return list.size() > count ? text + ", …" : text;
}

}  // namespace kinds_detail
}  // namespace assay
