// English that the library makes where it finds something out (problems, guesses, expected forms), found again in the
// catalogue by its form. Its templates are the keys "phrase.…" of en.json. So a Report stays as it is, somebody's own
// rules need no catalogue, and what is unknown is simply shown in English.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::messages {

/// What stood at the placeholders of `pattern`, or nothing when the text is not of this form. Linear.
[[nodiscard]] std::optional<std::vector<std::pair<std::string_view, std::string_view>>> matched(
    std::string_view pattern, std::string_view text);

/// The text in that language; as it is when no phrase fits.
[[nodiscard]] std::string translated(std::string_view language, std::string_view english);

/// Arguments of this name hold words of the library, not text of the package.
[[nodiscard]] bool holds_words(std::string_view argument);

}  // namespace assay::messages
