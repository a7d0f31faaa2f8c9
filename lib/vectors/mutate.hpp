// The content mutation check: every declarative rule is changed a little, and some vector has to notice.
#pragma once

#include <string>

#include "vectors/vector.hpp"

namespace assay::vectors {

struct MutationReport {
  std::string text;
  std::size_t mutants = 0, survivors = 0, unexplained = 0;
};
/// Only rules whose id contains the filter. Explained survivors stand in spec/<family>/survivors.json.
Result<MutationReport> mutate(const Suite&, const std::string& filter);

}  // namespace assay::vectors
