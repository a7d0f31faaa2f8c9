// What is made of the command line itself: completions for shells, and the manual page.
#pragma once

#include <string>

#include "arguments.hpp"

namespace assay::cli_detail {

[[nodiscard]] std::string bash_completion(const Verb&);
[[nodiscard]] std::string zsh_completion(const Verb&);
[[nodiscard]] std::string fish_completion(const Verb&);
/// troff with the macros of man.
[[nodiscard]] std::string manual_page(const Verb&);

/// What a value is, for shells.
enum class Expects : std::uint8_t { nothing, file, folder, word };
[[nodiscard]] Expects expects(const Option&);
/// Choices or likely values, whichever there are.
[[nodiscard]] const std::vector<std::string>& proposals(const Option&);
/// "-o" and "--output" of "-o,--output".
[[nodiscard]] std::vector<std::string> spellings(const Option&);

}  // namespace assay::cli_detail
