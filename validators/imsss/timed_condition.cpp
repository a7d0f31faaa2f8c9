#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// SCORM leaves it to the learning system whether it measures time at all. (imsss/R-027)
extern const RuleInfo timed_condition;
const RuleInfo timed_condition = {
    .id = "imsss.timed-condition",
    .requirements = "R-027",
    .needs = "manifest",
    .message = "A rule asks for {condition}; learning systems do not have to measure it, and most do not.",
    .fix =
        "Let the content measure its time itself, for instance with attemptAbsoluteDurationLimit and "
        "adlcp:timeLimitAction.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const SequencingRule& rule : tree.rules)
            for (const Condition& condition : conditions_of(tree, rule.conditions)) {
              report.judged();
              if (condition.question == Question::time_limit_exceeded ||
                  condition.question == Question::outside_time_range)
                report.report(condition.node, {{"condition", trimmed(value(attribute(condition.node, "condition")))}});
            }
        },
};
}  // namespace assay::rules::imsss
