#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Continue passes over it, and there is no menu. (imsss/R-133)
extern const RuleInfo always_skipped;
const RuleInfo always_skipped = {
    .id = "imsss.always-skipped",
    .requirements = "R-133",
    .needs = "manifest",
    .message = "\"{item}\" is always skipped, and its group has no choice: the learner never sees it.",
    .fix = "Remove the rule, let it depend on a result, or set choice=\"true\" on the group.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing& standing) {
            if (rule.time != RuleTime::before || rule.action != Action::skip || activity.parent == none) return;
            report.judged();
            const bool always = standing.held == Held::always && standing.reason == Reason::says_always;
            if (always && !tree.activities[activity.parent].choice)
              report.report(rule.node, {{"item", activity.identifier}});
          });
        },
};
}  // namespace assay::rules::imsss
