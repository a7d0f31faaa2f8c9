#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A path that climbs out of the package is refused by careful importers and is an attack on careless ones.
// (imscp/R-060)
extern const RuleInfo reference_outside_package;
const RuleInfo reference_outside_package = {
    .id = "imscp.reference-outside-package",
    .requirements = "R-060",
    .needs = "manifest",
    .message = "\"{href}\" leads out of the package.",
    .fix = "Refer to a file inside the package.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_references(package, report, Resolution::escapes); },
};
}  // namespace assay::rules::imscp
