// Shared by the three kinds that report schema defects.
#pragma once

#include "profile/kinds/kind.hpp"

namespace assay::kinds_detail {

/// Reports every defect that the rule was the first to claim; `once`: the first one of each element.
void report_claimed(Reporter&, bool once = false);
inline constexpr std::string_view defect_placeholders = "cause child expected parent limit length";

}  // namespace assay::kinds_detail
