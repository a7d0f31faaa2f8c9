#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Nobody looks at it. (imsss/R-114)
extern const RuleInfo threshold_without_comparison;
const RuleInfo threshold_without_comparison = {
    .id = "imsss.threshold-without-comparison",
    .requirements = "R-114",
    .needs = "manifest",
    .message = "measureThreshold=\"{threshold}\" has no effect beside condition=\"{condition}\".",
    .fix =
        "Write objectiveMeasureGreaterThan or objectiveMeasureLessThan if the score is meant, or remove the threshold.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const SequencingRule& rule : tree.rules)
            for (const Condition& condition : conditions_of(tree, rule.conditions)) {
              const bool compares =
                  condition.question == Question::measure_above || condition.question == Question::measure_below;
              const Attribute threshold = attribute(condition.node, "measureThreshold");
              if (!threshold) continue;
              report.judged();
              if (!compares && condition.question != Question::unknown)
                report.report(condition.node, {{"threshold", trimmed(value(threshold))},
                                               {"condition", trimmed(value(attribute(condition.node, "condition")))}});
            }
        },
};
}  // namespace assay::rules::imsss
