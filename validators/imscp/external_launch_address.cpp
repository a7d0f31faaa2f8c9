#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The course works only while that server answers and lets itself be shown in a frame. (imscp/R-062)
extern const RuleInfo external_launch_address;
const RuleInfo external_launch_address = {
    .id = "imscp.external-launch-address",
    .requirements = "R-062",
    .needs = "manifest",
    .message = "Resource \"{resource}\" starts outside the package: {href}",
    .fix = "Put the page into the package if learners are to use it offline or for years.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Resource& resource : resources(package)) {
            if (resource.href == none) continue;
            report.judged();
            const Reference& reference = references(package)[resource.href];
            if (reference.resolution == Resolution::external)
              report.report(resource.node, {{"resource", resource.identifier}, {"href", reference.href}});
          }
        },
};
}  // namespace assay::rules::imscp
