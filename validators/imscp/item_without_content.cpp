#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The learner can open the item and sees nothing. (imscp/R-033)
extern const RuleInfo item_without_content;
const RuleInfo item_without_content = {
    .id = "imscp.item-without-content",
    .requirements = "R-033",
    .needs = "manifest",
    .message = "Item \"{item}\" has neither a resource nor items of its own.",
    .fix = "Give it an identifierref, or remove it.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            report.judged();
            if (!item.has_reference && item.children == 0) report.report(item.node, {{"item", item.identifier}});
          }
        },
};
}  // namespace assay::rules::imscp
