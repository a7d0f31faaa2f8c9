// Waivers: what somebody decided to live with for a while, with reason, owner and expiry. They never stand in or with
// the package: the file is named by whoever judges.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <assay/report.hpp>
#include <assay/result.hpp>
#include <assay/store.hpp>

namespace assay {

class Waivers {
 public:
  /// `bytes` is the text of the file (schema assay-waivers/1), `today` a date like "2026-03-01". Problems are of kind
  /// usage and name the place and the way out.
  static Result<Waivers> parse(std::string file, std::string bytes, std::string_view today);
  Waivers(Waivers&&) noexcept;
  Waivers& operator=(Waivers&&) noexcept;
  ~Waivers();

  [[nodiscard]] const std::vector<std::shared_ptr<const Waiver>>& rows() const;
  /// A row for a rule that neither the store nor `named` (may be null) has, or that refuses unsafe packages: those
  /// cannot be waived.
  [[nodiscard]] std::optional<Problem> check(const Store&, const Profile* named) const;
  /// Marks what is waived and settles the verdict again. May be called from several threads.
  void apply(Report&) const;
  /// Rows that waived nothing so far, and rows that are expired.
  [[nodiscard]] std::vector<Problem> notes() const;

 private:
  struct Impl;
  Waivers();
  std::unique_ptr<Impl> impl_;
};

/// A day of the calendar, written "2026-03-01".
[[nodiscard]] bool is_date(std::string_view);

}  // namespace assay
