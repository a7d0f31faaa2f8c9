#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Exit rules are looked at for the groups around the current activity. (imsss/R-145)
extern const RuleInfo exit_rule_of_leaf;
const RuleInfo exit_rule_of_leaf = {
    .id = "imsss.exit-rule-of-leaf",
    .requirements = "R-145",
    .needs = "manifest",
    .message = "\"{item}\" has an exit rule but no children, so the rule is never looked at.",
    .fix = "Move it to the group, or use a postConditionRule with exitParent.",
    .confidence = 0.85,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing&) {
            if (rule.time != RuleTime::during) return;
            report.judged();
            if (!activity.children) report.report(rule.node, {{"item", activity.identifier}});
          });
        },
};
}  // namespace assay::rules::imsss
