#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// It can only get its result by being started. (imsss/R-136)
extern const RuleInfo waits_for_itself;
const RuleInfo waits_for_itself = {
    .id = "imsss.waits-for-itself",
    .requirements = "R-136",
    .needs = "manifest",
    .message = "\"{item}\" is disabled until it has a result of its own, which it can only get by being started.",
    .fix =
        "Ask about another activity: add an objective that reads what that activity writes, and name it in "
        "referencedObjective.",
    .confidence = 0.85,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Lock& lock : locks(package))
            if (lock.kind == Lock::Kind::itself)
              report.report(tree.rules[lock.rule].node, {{"item", tree.activities[lock.activity].identifier}});
          for (const SequencingRule& rule : tree.rules) report.judged(rule.action == Action::disabled);
        },
};
}  // namespace assay::rules::imsss
