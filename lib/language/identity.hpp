#pragma once

#include <optional>
#include <string_view>

#include "language/defects.hpp"

namespace assay::language {

/// A number with the form and the check digit of a Chinese (18 digits) or Thai (13 digits) identity card. Others have
/// no check digit, and what looks like them is nearly always something else. The sample is masked.
[[nodiscard]] std::optional<Defect> examine_identity(std::string_view text);
/// An address behind "mbox" that is of no example domain. Masked.
[[nodiscard]] std::optional<Defect> examine_mailbox(std::string_view json);

}  // namespace assay::language
