// English that the library makes where it finds something out (problems, guesses, expected forms), found again in the
// catalogue by its form. Its templates are the keys "phrase.…" of en.json. So a Report stays as it is, somebody's own
// rules need no catalogue, and what is unknown is simply shown in English.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <assay/rule.hpp>

namespace assay::messages {

/// What stood at the placeholders of `pattern`, or nothing when the text is not of this form. Linear.
[[nodiscard]] std::optional<std::vector<std::pair<std::string_view, std::string_view>>> matched(
    std::string_view pattern, std::string_view text);

/// Words of the library as a text of the catalogue with its values, which may hold words again.
struct Worded {
  std::string key, english;
  std::vector<Argument> values;  // views of what was looked at
};
[[nodiscard]] std::optional<Worded> phrase_of(std::string_view english);
/// The same for an argument: a cause, a format or a phrase; nothing when it holds text of the package.
[[nodiscard]] std::optional<Worded> worded(std::string_view argument, std::string_view value);
[[nodiscard]] std::string said(std::string_view language, const Worded&);

/// The text in that language; as it is when no phrase fits.
[[nodiscard]] std::string translated(std::string_view language, std::string_view english);

/// Arguments of this name hold words of the library, not text of the package.
[[nodiscard]] bool holds_words(std::string_view argument);

}  // namespace assay::messages
