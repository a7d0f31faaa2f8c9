#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// What is not known is neither true nor false. (imsss/R-108)
extern const RuleInfo contradicting_conditions;
const RuleInfo contradicting_conditions = {
    .id = "imsss.contradicting-conditions",
    .requirements = "R-108",
    .needs = "manifest",
    .message = "A rule of \"{item}\" wants \"{first}\" and \"{second}\" at once, so it never applies.",
    .fix = "Write conditionCombination=\"any\" if one of them is enough, or drop one.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          const auto all = standings(package);
          const std::size_t sequencing_rules = tree.rules.size();
          for (std::size_t i = 0; i < all.size(); ++i) {
            const Standing& standing = all[i];
            if (standing.activity == none) continue;
            report.judged();
            if (standing.reason != Reason::exclusive || standing.held == Held::sometimes) continue;
            const Node node = i < sequencing_rules ? tree.rules[i].node : tree.rollup_rules[i - sequencing_rules].node;
            report.report(node, {{"item", tree.activities[standing.activity].identifier},
                                 {"first", wording(package, tree.conditions[standing.first])},
                                 {"second", wording(package, tree.conditions[standing.second])}});
          }
        },
};
}  // namespace assay::rules::imsss
