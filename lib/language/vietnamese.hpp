#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/defects.hpp"

namespace assay::language {

/// Text typed for TCVN3 (.VnTime) or VNI fonts: it shows as Western letters that no Vietnamese word has.
[[nodiscard]] std::optional<Defect> examine_vietnamese(std::string_view text, std::string_view primary_language);
/// A text under this tag could be such.
[[nodiscard]] bool may_be_vietnamese(std::string_view primary_language);

}  // namespace assay::language
