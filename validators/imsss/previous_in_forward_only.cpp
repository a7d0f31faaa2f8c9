#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// The learning system refuses the step. (imsss/R-143)
extern const RuleInfo previous_in_forward_only;
const RuleInfo previous_in_forward_only = {
    .id = "imsss.previous-in-forward-only",
    .requirements = "R-143",
    .needs = "manifest",
    .message = "A rule of \"{item}\" leads back, but its group goes forward only: the step fails.",
    .fix = "Set forwardOnly=\"false\" on the group, or use retry or exitParent instead of previous.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing& standing) {
            if (rule.time != RuleTime::after || rule.action != Action::previous || activity.parent == none) return;
            report.judged();
            if (standing.held != Held::never && tree.activities[activity.parent].forward_only)
              report.report(rule.node, {{"item", activity.identifier}});
          });
        },
};
}  // namespace assay::rules::imsss
