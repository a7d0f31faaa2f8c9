#include <assay/rule.hpp>

namespace assay::rules::imscp {
// There is no address that the parameters could be added to. (imscp/R-036)
extern const RuleInfo parameters_without_resource;
const RuleInfo parameters_without_resource = {
    .id = "imscp.parameters-without-resource",
    .requirements = "R-036",
    .needs = "manifest",
    .message = "Item \"{item}\" has parameters but no resource to pass them to.",
    .fix = "Add identifierref, or remove parameters.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            const Attribute parameters = attribute(item.node, "parameters");
            if (!parameters) continue;
            report.judged();
            if (!item.has_reference) report.report(item.node, {{"item", item.identifier}});
          }
        },
};
}  // namespace assay::rules::imscp
