#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Disabled is disabled for every way in. (imsss/R-131)
extern const RuleInfo always_disabled;
const RuleInfo always_disabled = {
    .id = "imsss.always-disabled",
    .requirements = "R-131",
    .needs = "manifest",
    .message = "\"{item}\" is always disabled, so the learner can never start it.",
    .fix = "Remove the rule, or let it depend on a result.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Lock& lock : locks(package)) {
            const Standing& standing = standings(package)[lock.rule];
            if (lock.kind == Lock::Kind::always && standing.reason == Reason::says_always)
              report.report(tree.rules[lock.rule].node, {{"item", tree.activities[lock.activity].identifier}});
          }
          for (const SequencingRule& rule : tree.rules) report.judged(rule.action == Action::disabled);
        },
};
}  // namespace assay::rules::imsss
