#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// There is nothing to roll up. (imsss/R-124)
extern const RuleInfo rollup_rule_of_leaf;
const RuleInfo rollup_rule_of_leaf = {
    .id = "imsss.rollup-rule-of-leaf",
    .requirements = "R-124",
    .needs = "manifest",
    .message = "\"{item}\" has rollup rules but no children, so they have no effect.",
    .fix = "Move them to the group that is meant, or remove them.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            const auto rules = rollup_rules_of(tree, activity);
            if (rules.empty() || activity.own == none || source_of(tree, activity, Part::rollup)->activity == none)
              continue;
            report.judged();
            if (!activity.children) report.report(rules.front().node, {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
