#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::scorm {
// There is nothing around or before the whole course. (scorm/R-304)
extern const RuleInfo rule_leads_out_of_course;
const RuleInfo rule_leads_out_of_course = {
    .id = "scorm.rule-leads-out-of-course",
    .requirements = "R-304",
    .needs = "manifest",
    .message = "A postConditionRule of the organization \"{item}\" says {action}, but there is nothing to go to.",
    .fix = "Use exitAll or retry, or move the rule to the activity that is meant.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (activity.parent != none) continue;
            for (const SequencingRule& rule : rules_of(tree, activity)) {
              if (rule.time != RuleTime::after) continue;
              report.judged();
              if (rule.action == Action::exit_parent || rule.action == Action::previous)
                report.report(rule.node, {{"item", activity.identifier},
                                          {"action", rule.action == Action::previous ? "previous" : "exitParent"}});
            }
          }
        },
};
}  // namespace assay::rules::scorm
