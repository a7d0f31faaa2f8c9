#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Nobody can reach it; often a left-over of an earlier version. (imscp/R-066)
extern const RuleInfo unused_resource;
const RuleInfo unused_resource = {
    .id = "imscp.unused-resource",
    .requirements = "R-066",
    .needs = "manifest",
    .message = "Resource \"{resource}\" is used by no item and no dependency.",
    .fix = "Let an item refer to it, or remove it with its files.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          if (items(package).empty()) return;
          for (const Resource& resource : resources(package)) {
            report.judged();
            if (resource.used_by_items == 0 && resource.used_by_dependencies == 0)
              report.report(resource.node, {{"resource", resource.identifier}});
          }
        },
};
}  // namespace assay::rules::imscp
