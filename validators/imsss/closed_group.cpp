#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Neither menu nor Continue leads in. (imsss/R-130)
extern const RuleInfo closed_group;
const RuleInfo closed_group = {
    .id = "imsss.closed-group",
    .requirements = "R-130",
    .needs = "manifest",
    .message = "The learner can reach nothing inside \"{item}\": both choice and flow are off.",
    .fix = "Set flow=\"true\" in its controlMode for Continue and Previous, or choice=\"true\" for the menu.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (!activity.children) continue;
            report.judged();
            const Node control = part_of(tree, activity, Part::control_mode);
            if (!activity.choice && !activity.flow) report.report(control, {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
