#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Satisfaction comes from the children. (imsss/R-122)
extern const RuleInfo satisfaction_never_rolls_up;
const RuleInfo satisfaction_never_rolls_up = {
    .id = "imsss.satisfaction-never-rolls-up",
    .requirements = "R-122",
    .needs = "manifest",
    .message = "No child of \"{item}\" counts for its success, so it is neither passed nor failed.",
    .fix = "Let at least one child count (tracked=\"true\", rollupObjectiveSatisfied=\"true\"), if the result matters.",
    .confidence = 0.7,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (!activity.children || !activity.tracked) continue;
            const bool counts = activity.parent == none || activity.rolls_up_satisfaction;
            if (!counts) continue;
            report.judged();
            bool elsewhere = false;
            for (const Objective& objective :
                 objectives_of(tree, activity).first(objectives_of(tree, activity).empty() ? 0 : 1)) {
              elsewhere = objective.by_measure && activity.measuring;
              for (const ObjectiveMap& map : maps_of(tree, objective))
                elsewhere = elsewhere || (map.reads & status_datum);
            }
            if (elsewhere) continue;
            if (activity.satisfying == 0) report.report(activity.node, {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
