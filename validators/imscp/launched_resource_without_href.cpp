#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The item is in the menu and there is nothing to start. (imscp/R-034)
extern const RuleInfo launched_resource_without_href;
const RuleInfo launched_resource_without_href = {
    .id = "imscp.launched-resource-without-href",
    .requirements = "R-034",
    .needs = "manifest",
    .message = "Item \"{item}\" launches resource \"{resource}\", which has no href.",
    .fix = "Give the resource an href that names its start file.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            if (item.resource == none) continue;
            report.judged();
            const Resource& resource = resources(package)[item.resource];
            if (resource.href == none)
              report.report(item.node, {{"item", item.identifier}, {"resource", resource.identifier}});
          }
        },
};
}  // namespace assay::rules::imscp
