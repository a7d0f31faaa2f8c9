// What people read, in their language. English stands in the rules and in validators/messages/en.json, every other
// language in validators/messages/<tag>.json; what is not translated yet, or was translated from an older English text,
// is said in English.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <assay/result.hpp>
#include <assay/rule.hpp>

namespace assay {

struct LanguageInfo {
  std::string_view tag;   // BCP 47: "zh-Hans"
  std::string_view name;  // its own: "简体中文"
};
/// English first, then by tag.
[[nodiscard]] std::span<const LanguageInfo> language_table();
/// The tag of the language there is that serves a reader of `wanted` ("zh-CN", "in", "tl", "th_TH.UTF-8"); empty when
/// none does.
[[nodiscard]] std::string_view match_language(std::string_view wanted);

/// A text of the catalogue: say("th", "summary.passed", {{"count", "12"}}).
[[nodiscard]] std::string say(std::string_view language, std::string_view key,
                              std::initializer_list<Argument> arguments = {});
/// Text that the library made in English (a problem, its advice, a guess), in another language where it is known.
[[nodiscard]] std::string in_language(std::string_view language, std::string_view english);
/// The same problem with message and advice in another language; code and place stay.
[[nodiscard]] Problem in_language(std::string_view language, Problem);

/// A text with what it says filled in; `arguments` may hold words of the library, which are translated too.
[[nodiscard]] std::string filled(std::string_view language, std::string_view pattern,
                                 std::span<const Argument> arguments);

}  // namespace assay
