#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// No activity can name it. (imsss/R-005)
extern const RuleInfo template_without_id;
const RuleInfo template_without_id = {
    .id = "imsss.template-without-id",
    .requirements = "R-005",
    .needs = "manifest",
    .message = "A sequencing template has no ID, so no activity can use it.",
    .fix = "Add ID=\"…\" and name it in the IDRef of the activities, or remove the template.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Sequencing& each : activity_tree(package).sequencings) {
            if (name(parent(each.node)) != "imsss:sequencingCollection") continue;
            report.judged();
            if (!attribute(each.node, "ID")) report.report(each.node);
          }
        },
};
}  // namespace assay::rules::imsss
