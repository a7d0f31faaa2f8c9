#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Menu requests are stopped there, and Continue is off. (imsss/R-135)
extern const RuleInfo nothing_after;
const RuleInfo nothing_after = {
    .id = "imsss.nothing-after",
    .requirements = "R-135",
    .needs = "manifest",
    .message =
        "The menu never leads past \"{item}\", and its group has no flow: the learner never reaches what follows.",
    .fix = "Remove the rule, let it depend on a result, or set flow=\"true\" on the group.",
    .confidence = 0.75,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing& standing) {
            if (rule.time != RuleTime::before || rule.action != Action::stop_forward_traversal ||
                activity.parent == none)
              return;
            report.judged();
            const bool always = standing.held == Held::always && standing.reason == Reason::says_always;
            if (always && activity.next_sibling != none && !tree.activities[activity.parent].flow)
              report.report(rule.node, {{"item", activity.identifier}});
          });
        },
};
}  // namespace assay::rules::imsss
