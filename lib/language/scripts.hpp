// Which letters a text has.
#pragma once

#include <string_view>

#include <assay/pages.hpp>

namespace assay::language {

[[nodiscard]] Script script_of(char32_t);
/// Adds the letters of a text (valid UTF-8).
void count_letters(std::string_view text, LetterCounts&);

}  // namespace assay::language
