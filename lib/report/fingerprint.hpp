#pragma once

#include <string>
#include <string_view>

#include <assay/report.hpp>

namespace assay::report {

/// 16 hexadecimal digits over rule, cause, file, a path by identifiers, and arguments: the same finding in a later
/// version of the package has the same fingerprint although its line moved.
[[nodiscard]] std::string fingerprint(std::string_view rule, const Finding&, std::string_view stable_path);

}  // namespace assay::report
