#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The manifest promises a file that was not packed; pages that use it show gaps. (imscp/R-052)
extern const RuleInfo missing_listed_file;
const RuleInfo missing_listed_file = {
    .id = "imscp.missing-listed-file",
    .requirements = "R-052",
    .needs = "manifest",
    .message = "The file \"{href}\" is listed but not in the package.",
    .fix = "Add \"{target}\" to the package, or remove the file element.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::not_looked_up || reference.resolution == Resolution::external)
              continue;
            if (local_name(reference.node) != "file") continue;
            // The start file of the same resource is reported once, at the resource.
            const Resource& resource = resources(package)[reference.resource];
            const bool start_file =
                resource.href != none && references(package)[resource.href].target == reference.target;
            report.judged();
            if (reference.resolution == Resolution::missing && !start_file)
              report.report(reference.node,
                            {{"href", reference.href}, {"target", reference.target}, {"found", reference.entry}});
          }
        },
};
}  // namespace assay::rules::imscp
