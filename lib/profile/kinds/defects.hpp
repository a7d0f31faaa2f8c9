// Shared by the three kinds that report schema defects.
#pragma once

#include "profile/kinds/kind.hpp"

namespace assay::kinds_detail {

/// Reports every defect that the rule was the first to claim; `once`: the first of each "element" or "document" only.
void report_claimed(Reporter&, std::string_view once = {});
inline constexpr std::string_view defect_placeholders = "cause child expected parent limit length mended character";

}  // namespace assay::kinds_detail
