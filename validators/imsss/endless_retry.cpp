#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Nothing but suspending or leaving the course gets the learner out. (imsss/R-140)
extern const RuleInfo endless_retry;
const RuleInfo endless_retry = {
    .id = "imsss.endless-retry",
    .requirements = "R-140",
    .needs = "manifest",
    .message = "\"{item}\" starts again every time it ends, so the learner never gets beyond it.",
    .fix =
        "Let the rule depend on the result, for instance \"not satisfied\", or put a rule in front of it that leads "
        "on.",
    .confidence = 0.85,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing& standing) {
            if (rule.time != RuleTime::after) return;
            report.judged();
            const bool always = standing.held == Held::always && standing.reason == Reason::says_always;
            if (!always || !(rule.action == Action::retry || rule.action == Action::retry_all)) return;
            if (first_of_its_kind(package, rule)) report.report(rule.node, {{"item", activity.identifier}});
          });
        },
};
}  // namespace assay::rules::imsss
