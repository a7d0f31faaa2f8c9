#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::scorm {
// A rule without conditions never applies. (scorm/R-303)
extern const RuleInfo rule_without_conditions;
const RuleInfo rule_without_conditions = {
    .id = "scorm.rule-without-conditions",
    .requirements = "R-303",
    .needs = "manifest",
    .message = "A rule of \"{item}\" has no ruleConditions, so it never applies.",
    .fix = "Add ruleConditions; <imsss:ruleCondition condition=\"always\"/> makes it apply every time.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Sequencing& each : tree.sequencings)
            for (const SequencingRule& rule : tree.rules.subspan(each.rules.first, each.rules.count)) {
              report.judged();
              if (!child(rule.node, "imsss:ruleConditions"))
                report.report(rule.node, {{"item", owner_name(package, each)}});
            }
        },
};
}  // namespace assay::rules::scorm
