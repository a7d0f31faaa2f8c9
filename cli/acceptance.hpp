#pragma once

#include <optional>
#include <string>
#include <vector>

#include <assay/baseline.hpp>
#include <assay/waivers.hpp>

#include "report/common.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {

/// Waivers, baseline and --fail-on: from a report to an exit code.
class Acceptance {
 public:
  Acceptance() = default;
  static Result<Acceptance> read(const CheckOptions&, const Store&, const Profile* named, const std::vector<Input>&,
                                 const Limits&);
  /// Marks findings as waived and as new or known. May be called from several threads.
  void apply(Report&) const;
  [[nodiscard]] int exit_of(const Report&) const;
  [[nodiscard]] std::vector<Problem> notes() const;
  /// Tells apart what leads to other exit codes: the contents of the files, and which waivers are in force.
  [[nodiscard]] const std::string& settings() const { return settings_; }

 private:
  std::optional<Waivers> waivers_;
  std::optional<Baseline> baseline_;
  std::string fail_on_, settings_;
  bool only_ = false;
};

}  // namespace assay::cli_detail
