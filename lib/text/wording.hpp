// Pieces of English that many complaints share, so that each fact has one wording: the catalogue knows it by its form.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace assay::text {

/// In double quotes, as people see it.
[[nodiscard]] std::string quoted(std::string_view name);
/// "a, b, c": without "and", which no catalogue could translate inside of a list.
[[nodiscard]] std::string listed(std::span<const std::string_view> names);
/// "Write one of a, b, c."
[[nodiscard]] std::string one_of(std::span<const std::string_view> names);
/// "Did you mean …?" with what is nearest, else `otherwise`.
[[nodiscard]] std::string suggestion(std::string_view wanted, std::span<const std::string_view> names,
                                     std::string otherwise, std::uint32_t most = 1);
/// The same; otherwise "Write one of a, b, c."
[[nodiscard]] std::string suggestion(std::string_view wanted, std::span<const std::string_view> names);

}  // namespace assay::text
