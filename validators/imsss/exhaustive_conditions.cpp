#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// One of them holds at any time. (imsss/R-109)
extern const RuleInfo exhaustive_conditions;
const RuleInfo exhaustive_conditions = {
    .id = "imsss.exhaustive-conditions",
    .requirements = "R-109",
    .needs = "manifest",
    .message = "A rule of \"{item}\" applies when \"{first}\" or \"{second}\", so it always applies.",
    .fix = "Write conditionCombination=\"all\" if both are meant, or drop one; \"always\" says it plainly.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          const auto all = standings(package);
          const std::size_t sequencing_rules = tree.rules.size();
          for (std::size_t i = 0; i < all.size(); ++i) {
            const Standing& standing = all[i];
            if (standing.activity == none) continue;
            report.judged();
            if (standing.reason != Reason::exhaustive || standing.held == Held::sometimes) continue;
            const Node node = i < sequencing_rules ? tree.rules[i].node : tree.rollup_rules[i - sequencing_rules].node;
            report.report(node, {{"item", tree.activities[standing.activity].identifier},
                                 {"first", wording(package, tree.conditions[standing.first])},
                                 {"second", wording(package, tree.conditions[standing.second])}});
          }
        },
};
}  // namespace assay::rules::imsss
