#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// The learner is thrown out after the first activity. (imsss/R-146)
extern const RuleInfo exit_at_once;
const RuleInfo exit_at_once = {
    .id = "imsss.exit-at-once",
    .requirements = "R-146",
    .needs = "manifest",
    .message = "\"{item}\" ends as soon as the first activity inside it ends.",
    .fix = "Let the exit rule depend on a result, for instance \"completed\".",
    .confidence = 0.7,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing& standing) {
            if (rule.time != RuleTime::during || !activity.children) return;
            report.judged();
            const bool always = standing.held == Held::always && standing.reason == Reason::says_always;
            if (always) report.report(rule.node, {{"item", activity.identifier}});
          });
        },
};
}  // namespace assay::rules::imsss
