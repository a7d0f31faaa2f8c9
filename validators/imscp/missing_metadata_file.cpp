#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The record that describes the course cannot be found, so catalogues show nothing. (imscp/R-053)
extern const RuleInfo missing_metadata_file;
const RuleInfo missing_metadata_file = {
    .id = "imscp.missing-metadata-file",
    .requirements = "R-053",
    .needs = "manifest",
    .message = "The metadata file \"{href}\" is not in the package.",
    .fix = "Add \"{target}\" to the package, or correct adlcp:location.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::not_looked_up || reference.resolution == Resolution::external)
              continue;
            if (!reference.attribute.empty()) continue;
            report.judged();
            if (reference.resolution == Resolution::missing)
              report.report(reference.node,
                            {{"href", reference.href}, {"target", reference.target}, {"found", reference.entry}});
          }
        },
};
}  // namespace assay::rules::imscp
