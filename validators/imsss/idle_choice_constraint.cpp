#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// There is nothing to constrain. (imsss/R-161)
extern const RuleInfo idle_choice_constraint;
const RuleInfo idle_choice_constraint = {
    .id = "imsss.idle-choice-constraint",
    .requirements = "R-161",
    .needs = "manifest",
    .message = "{attribute} has no effect on \"{item}\": the learner has no choice among activities inside it.",
    .fix = "Set choice=\"true\" in its controlMode, move it to the group that is meant, or remove it.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            const Node node = part_of(tree, activity, Part::choice);
            if (!node || (!activity.prevents_activation && !activity.constrains_choice)) continue;
            report.judged();
            if (activity.children && activity.choice) continue;
            report.report(node,
                          {{"item", activity.identifier},
                           {"attribute", activity.prevents_activation ? "preventActivation" : "constrainChoice"}});
          }
        },
};
}  // namespace assay::rules::imsss
