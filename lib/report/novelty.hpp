#pragma once

#include <span>

#include <assay/report.hpp>

namespace assay::report {

struct OldFinding {
  GoneFinding told;
  bool waived = false;
};

/// Compares a report with the findings of an earlier one, by fingerprint: marks what is new, lists what is gone.
void mark_novelty(Report&, std::span<const OldFinding> old);
/// A finding as an earlier report tells it, message in English.
[[nodiscard]] OldFinding as_old(const Report&, const Finding&);

}  // namespace assay::report
