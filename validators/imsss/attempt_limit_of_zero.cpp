#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// The limit is reached before the first attempt. (imsss/R-132)
extern const RuleInfo attempt_limit_of_zero;
const RuleInfo attempt_limit_of_zero = {
    .id = "imsss.attempt-limit-of-zero",
    .requirements = "R-132",
    .needs = "manifest",
    .message = "\"{item}\" allows no attempt at all (attemptLimit=\"0\"), so the learner can never start it.",
    .fix = "Write how many attempts the learner has, or remove attemptLimit.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (activity.attempt_limit == none) continue;
            report.judged();
            if (activity.attempt_limit == 0)
              report.report(part_of(tree, activity, Part::limits), {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
