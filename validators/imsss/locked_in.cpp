#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Neither menu nor Continue leads out. (imsss/R-160)
extern const RuleInfo locked_in;
const RuleInfo locked_in = {
    .id = "imsss.locked-in",
    .requirements = "R-160",
    .needs = "manifest",
    .message = "The learner cannot leave \"{item}\" once inside: choiceExit is off, and there is no flow for Continue.",
    .fix = "Set flow=\"true\" on the group, or choiceExit=\"true\".",
    .confidence = 0.8,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (activity.choice_exit || activity.parent == none || !activity.children) continue;
            report.judged();
            if (activity.choice && !activity.flow)
              report.report(part_of(tree, activity, Part::control_mode), {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
