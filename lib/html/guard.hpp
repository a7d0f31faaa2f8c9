#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <assay/package.hpp>
#include <assay/result.hpp>

namespace assay::html {

/// A look at the tags before the parser sees them: its work grows with depth times tags, and with the square of the
/// attributes of one tag.
[[nodiscard]] std::optional<Problem> too_costly(const std::string& file, std::string_view utf8, const Limits&);

}  // namespace assay::html
