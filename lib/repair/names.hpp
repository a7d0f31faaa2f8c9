// What becomes of the names of a package.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "repair/repair.hpp"

namespace assay::repair {

/// Items with their new names, and what is left out; notes about both.
void plan_names(const Package&, Plan&);
/// Names of kept items that two readers would understand differently, or that lead out of the package.
void refuse_names(const Package&, Plan&);

}  // namespace assay::repair
