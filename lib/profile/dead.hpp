// A rule of somebody's own that could never find anything, or never judge anything right: a slip that would look like a
// pass for years.
#pragma once

#include <optional>

#include "profile/draft.hpp"

namespace assay {

/// Looks at rules of files only; what ships is proved by its vectors. Without a position.
[[nodiscard]] std::optional<Problem> never_fires(const Draft&, const ParamSet&);

}  // namespace assay
