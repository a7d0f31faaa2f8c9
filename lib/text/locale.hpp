#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace assay::text {

/// Index of the language among those there are that serves a reader of `wanted` (BCP 47 or POSIX: "zh-CN",
/// "zh_CN.UTF-8", "in", "tl"); nothing when none does.
[[nodiscard]] std::optional<std::size_t> match_language(std::string_view wanted,
                                                        std::span<const std::string_view> there_are);

}  // namespace assay::text
