// An earlier report to compare with: only what is new fails.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <assay/report.hpp>
#include <assay/result.hpp>

namespace assay {

class Baseline {
 public:
  /// The text of a report of format json or ndjson. Problems are of kind usage and name the place.
  static Result<Baseline> parse(std::string file, std::string bytes, const Limits& = {});
  Baseline(Baseline&&) noexcept;
  Baseline& operator=(Baseline&&) noexcept;
  ~Baseline();

  /// Says of each finding whether it is new, and lists those that are gone. With one result in the baseline and one
  /// input (`only`), they are compared whatever their names. May be called from several threads.
  void compare(Report&, bool only) const;
  /// Inputs that the baseline does not know, other profiles, lists that were cut.
  [[nodiscard]] std::vector<Problem> notes() const;

 private:
  struct Impl;
  Baseline();
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay
