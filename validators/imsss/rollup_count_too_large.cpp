#include <string>

#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// The rule never applies. (imsss/R-120)
extern const RuleInfo rollup_count_too_large;
const RuleInfo rollup_count_too_large = {
    .id = "imsss.rollup-count-too-large",
    .requirements = "R-120",
    .needs = "manifest",
    .message =
        "A rollup rule of \"{item}\" asks for {count, plural, one {# child} other {# children}}, but only {children, "
        "plural, one {# counts} other {# count}} for it, so it never applies.",
    .fix =
        "Lower minimumCount, or let more children count (tracked, rollupObjectiveSatisfied, rollupProgressCompletion).",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            constexpr std::size_t most = 64;  // rules of a template that many activities share
            const auto rules = rollup_rules_of(tree, activity);
            for (const RollupRule& rule : rules.first(rules.size() < most ? rules.size() : most)) {
              if (rule.set != ChildSet::at_least_count || !activity.children) continue;
              report.judged();
              const bool status = rule.action == Action::satisfied || rule.action == Action::not_satisfied;
              const std::uint32_t children = status ? activity.satisfying : activity.completing;
              if (rule.minimum_count <= children) continue;
              report.report(rule.node, {{"item", activity.identifier},
                                        {"count", std::to_string(rule.minimum_count)},
                                        {"children", std::to_string(children)}});
            }
          }
        },
};
}  // namespace assay::rules::imsss
