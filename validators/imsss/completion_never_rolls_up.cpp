#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Completion comes from the children. (imsss/R-121)
extern const RuleInfo completion_never_rolls_up;
const RuleInfo completion_never_rolls_up = {
    .id = "imsss.completion-never-rolls-up",
    .requirements = "R-121",
    .needs = "manifest",
    .message = "No child of \"{item}\" counts for its completion, so it is never completed.",
    .fix = "Let at least one child count (tracked=\"true\", rollupProgressCompletion=\"true\").",
    .confidence = 0.7,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (!activity.children || !activity.tracked) continue;
            const bool counts = activity.parent == none || activity.rolls_up_completion;
            if (!counts) continue;
            report.judged();
            const Attribute measured =
                attribute(child(activity.node, "adlcp:completionThreshold"), "completedByMeasure");
            if (trimmed(value(measured)) == "true") continue;
            if (activity.completing == 0) report.report(activity.node, {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
