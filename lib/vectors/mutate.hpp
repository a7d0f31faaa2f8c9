// The content mutation check: every declarative rule is changed a little, and some vector has to notice. Switching a
// rule off would prove nothing: with complete expectations that fails exactly the vectors that name it.
#pragma once

#include <string>
#include <vector>

#include "vectors/run.hpp"

namespace assay::vectors {

struct Survivor {
  std::string rule, change;
  std::string reason;  // from spec/<family>/survivors.json; empty when nobody gave one
};
struct MutationReport {
  std::size_t mutants = 0;
  std::vector<Survivor> survivors;
  std::vector<std::string> stale;    // "rule: change" in survivors.json of what a vector notices, or what is no mutant
  std::vector<std::string> failing;  // vectors that fail without any change; they notice nothing
  [[nodiscard]] std::size_t unexplained() const;
  [[nodiscard]] bool clean() const { return unexplained() == 0 && stale.empty() && failing.empty(); }
  [[nodiscard]] std::string text() const;
};
/// The filter and family of the selection choose rules; every vector may notice.
Result<MutationReport> mutate(const Suite&, const Selection&);

}  // namespace assay::vectors
