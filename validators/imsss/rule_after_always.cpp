#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// The first rule that applies counts. (imsss/R-142)
extern const RuleInfo rule_after_always;
const RuleInfo rule_after_always = {
    .id = "imsss.rule-after-always",
    .requirements = "R-142",
    .needs = "manifest",
    .message = "This rule of \"{item}\" is never looked at, because the one before it always applies.",
    .fix = "Move the rule that always applies to the end, or let it depend on a result.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          const auto all = standings(package);
          for (std::size_t i = 0; i + 1 < tree.rules.size(); ++i) {
            const SequencingRule& next = tree.rules[i + 1];
            const Standing& standing = all[i];
            if (tree.rules[i].time != RuleTime::after || next.time != RuleTime::after || standing.activity == none)
              continue;
            if (parent(next.node) != parent(tree.rules[i].node)) continue;
            report.judged();
            if (standing.held == Held::always && standing.reason == Reason::says_always)
              report.report(next.node, {{"item", tree.activities[standing.activity].identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
