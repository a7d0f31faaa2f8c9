#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Without flow there is no next activity. (imsss/R-144)
extern const RuleInfo step_without_flow;
const RuleInfo step_without_flow = {
    .id = "imsss.step-without-flow",
    .requirements = "R-144",
    .needs = "manifest",
    .message = "A rule of \"{item}\" says {action}, but its group has no flow: the step fails.",
    .fix = "Set flow=\"true\" on the group, or use another action.",
    .confidence = 0.85,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing& standing) {
            const bool steps = rule.action == Action::go_on || rule.action == Action::previous;
            if (rule.time != RuleTime::after || !steps || activity.parent == none) return;
            report.judged();
            if (standing.held == Held::never || tree.activities[activity.parent].flow) return;
            report.report(rule.node, {{"item", activity.identifier},
                                      {"action", rule.action == Action::previous ? "previous" : "continue"}});
          });
        },
};
}  // namespace assay::rules::imsss
