#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// None of them can be first. (imsss/R-137)
extern const RuleInfo wait_for_each_other;
const RuleInfo wait_for_each_other = {
    .id = "imsss.wait-for-each-other",
    .requirements = "R-137",
    .needs = "manifest",
    .message = "\"{item}\" is disabled until \"{other}\" has a result, but \"{other}\" cannot be started either.",
    .fix = "Let one of them be open from the start.",
    .confidence = 0.7,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Lock& lock : locks(package))
            if (lock.kind == Lock::Kind::circle)
              report.report(tree.rules[lock.rule].node, {{"item", tree.activities[lock.activity].identifier},
                                                         {"other", tree.activities[lock.other].identifier}});
          for (const SequencingRule& rule : tree.rules) report.judged(rule.action == Action::disabled);
        },
};
}  // namespace assay::rules::imsss
