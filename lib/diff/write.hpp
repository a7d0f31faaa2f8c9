#pragma once

#include <string>
#include <string_view>

#include "diff/diff.hpp"

namespace assay::diff {

/// Everything about two versions. `after` was compared with the findings of `before`.
struct Difference {
  Report before, after;
  IdentityDiff identity;
  FilesDiff files;
};

[[nodiscard]] std::string as_text(const Difference&, std::string_view language);
[[nodiscard]] std::string as_json(const Difference&, std::string_view language);  // schema assay-diff/1

}  // namespace assay::diff
