#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Every end of the activity leads back. (imsss/R-141)
extern const RuleInfo always_sent_back;
const RuleInfo always_sent_back = {
    .id = "imsss.always-sent-back",
    .requirements = "R-141",
    .needs = "manifest",
    .message = "\"{item}\" sends the learner back every time it ends, so nobody gets beyond it.",
    .fix =
        "Let the rule depend on the result, for instance \"not satisfied\", or put a rule in front of it that leads "
        "on.",
    .confidence = 0.8,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing& standing) {
            if (rule.time != RuleTime::after) return;
            report.judged();
            const bool always = standing.held == Held::always && standing.reason == Reason::says_always;
            if (!always || !(rule.action == Action::previous)) return;
            if (first_of_its_kind(package, rule)) report.report(rule.node, {{"item", activity.identifier}});
          });
        },
};
}  // namespace assay::rules::imsss
