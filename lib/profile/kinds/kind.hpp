// What a declarative kind is, and what all kinds share.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include <assay/rule.hpp>

#include "profile/param_set.hpp"
#include "text/wording.hpp"

namespace assay {

struct KindInfo {
  std::string_view name;
  std::span<const ParamInfo> params;  // parameters besides "at"; `initial` empty: optional
  bool takes_at = false;
  /// Makes what the check needs from the joined parameters; a problem has no position yet.
  std::optional<Problem> (*compile)(ParamSet&) = nullptr;
  Check check = nullptr;
  std::string_view placeholders;  // arguments that the kind supplies, space separated
};
[[nodiscard]] std::span<const KindInfo* const> kinds();
[[nodiscard]] const KindInfo* find_kind(std::string_view name);

namespace kinds_detail {

/// Every XML document of the roles that the rule needs.
template <class Visit>
void each_document(const Package& package, const ParamSet& set, Visit visit) {
  for (std::string_view rest = set.needs; !rest.empty();) {
    const std::size_t space = rest.find(' ');
    const std::string_view role = rest.substr(0, space);
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
    for (std::uint32_t i = 0; i < document_count(package, role); ++i)
      if (const XmlDocument* document = xml_document(package, role, i)) visit(*document, role, i);
  }
}

/// Everything that the paths in `at` lead to.
template <class Visit>
void each_target(const Package& package, const ParamSet& set, Visit visit) {
  each_document(package, set, [&](const XmlDocument& document, std::string_view, std::uint32_t) {
    for (const Selector& selector : set.at) selector.each(document, visit);
  });
}

/// Reports a target with the common arguments (value, element, attribute, identifier) and those given.
void report_target(Reporter&, std::string_view cause, const Target&, std::string_view value,
                   std::initializer_list<Argument> more = {});
/// Nearest identifier attribute of the element or of what it stands in.
[[nodiscard]] std::string_view nearest_identifier(Node);

/// The beginning of a value, for messages, cut between code points. What stands in a finding has to be short: one long
/// identifier of the root would otherwise be copied into every finding below it.
[[nodiscard]] std::string_view shortened(std::string_view, std::size_t most_bytes = 200);
/// Findings of one rule up to which looking for a near miss is worth it; the report keeps no more.
[[nodiscard]] std::uint64_t most_suggestions(const Package&);

/// "x" is missing. "x" takes …. Problems of a rule's parameters, without a place.
[[nodiscard]] Problem missing(std::string_view name, std::string advice);
[[nodiscard]] Problem takes(std::string_view name, std::string_view expected, std::string advice);
/// At least one of two parameters is there.
[[nodiscard]] std::optional<Problem> one_given(const ParamSet&, std::string_view one, std::string_view other);
/// Patterns of RE2, made ready; a Problem for the first that is none, unless it ships.
[[nodiscard]] std::optional<Problem> compile_patterns(const ParamValue*, std::vector<text::Regex>&);

/// A canonical name whose prefix is known; "cp:*" too.
[[nodiscard]] std::optional<Problem> check_name(const std::string& name);
/// "at" and similar path lists.
[[nodiscard]] std::optional<Problem> compile_paths(const ParamSet&, std::string_view name, std::vector<Selector>&);
[[nodiscard]] inline std::string_view target_value(const Target& target, bool trim) {
  return trim ? trimmed(target.value) : target.value;
}
[[nodiscard]] std::string joined(std::span<const std::string_view>, std::string_view last_separator = " or ",
                                 std::size_t most = 12);

}  // namespace kinds_detail
}  // namespace assay
