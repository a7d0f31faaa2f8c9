#pragma once

#include <cstddef>
#include <string_view>

namespace assay::report {

/// Columns of a terminal that a text takes: wide East Asian characters and emoji two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view utf8);
/// Bytes of the first `count` code points.
[[nodiscard]] std::size_t prefix_bytes(std::string_view utf8, std::size_t count);

}  // namespace assay::report
