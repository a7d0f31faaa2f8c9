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
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::not_looked_up || reference.resolution == Resolution::external)
              continue;
            report.judged();
            if (reference.resolution == Resolution::escapes)
              report.report(reference.node,
                            {{"href", reference.href}, {"target", reference.target}, {"found", reference.entry}});
          }
        },
};
}  // namespace assay::rules::imscp
