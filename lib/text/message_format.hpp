// Texts with placeholders: "{name}", and ICU MessageFormat where a text depends on a number:
// "{count, plural, one {# rule} other {# rules}}".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <assay/rule.hpp>

namespace assay::text {

/// Puts the arguments in. A placeholder without an argument stays as it is, so that nobody overlooks it. Plural forms
/// and digits are those of the language (BCP 47).
[[nodiscard]] std::string format_message(std::string_view pattern, std::span<const Argument> arguments,
                                         std::string_view language);
/// "64 MiB", "1.5 KiB", "900 B": what a pattern makes of "{bytes, size}".
[[nodiscard]] std::string size_in_words(std::uint64_t bytes);
/// The pattern needs more than putting values in: plural, select or number forms.
[[nodiscard]] bool has_forms(std::string_view pattern);
/// The pattern for people who look at the rule and not at a finding: of plural forms the general one, placeholders
/// plain.
[[nodiscard]] std::string in_general(std::string_view pattern);
/// Names of the placeholders, sorted, each once; also those inside plural forms.
[[nodiscard]] std::vector<std::string> placeholders(std::string_view pattern);
/// The closing brace of the placeholder that opens there; the place itself when none does ("{ a, b }" is plain text).
[[nodiscard]] std::size_t end_of_placeholder(std::string_view text, std::size_t open);
/// What ICU says against a pattern; empty when it is one.
[[nodiscard]] std::string pattern_trouble(std::string_view pattern, std::string_view language);

}  // namespace assay::text
