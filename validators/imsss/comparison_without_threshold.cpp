#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Zero counts then. (imsss/R-113)
extern const RuleInfo comparison_without_threshold;
const RuleInfo comparison_without_threshold = {
    .id = "imsss.comparison-without-threshold",
    .requirements = "R-113",
    .needs = "manifest",
    .message = "A rule compares the measure without saying with what; the score is compared to 0.",
    .fix = "Add measureThreshold=\"…\", for instance 0.8 for 80 percent.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const SequencingRule& rule : tree.rules)
            for (const Condition& condition : conditions_of(tree, rule.conditions)) {
              const bool compares =
                  condition.question == Question::measure_above || condition.question == Question::measure_below;
              if (!compares) continue;
              report.judged();
              if (!attribute(condition.node, "measureThreshold")) report.report(condition.node);
            }
        },
};
}  // namespace assay::rules::imsss
