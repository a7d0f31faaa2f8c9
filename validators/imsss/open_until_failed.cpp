#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Unknown is not the same as not satisfied. (imsss/R-138)
extern const RuleInfo open_until_failed;
const RuleInfo open_until_failed = {
    .id = "imsss.open-until-failed",
    .requirements = "R-138",
    .needs = "manifest",
    .message =
        "\"{item}\" is open at first, although its rule looks as if it waited for \"{objective}\": before there is a "
        "result, \"{condition}\" does not apply either.",
    .fix =
        "If it should be closed from the start, write conditionCombination=\"any\" and add a second condition: "
        "operator=\"not\" condition=\"{known}\".",
    .confidence = 0.6,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing&) {
            if (rule.time != RuleTime::before || rule.action == Action::skip) return;
            const auto conditions = conditions_of(tree, rule.conditions);
            if (conditions.size() > 64) return;
            for (const Condition& condition : conditions) {
              const bool status = condition.question == Question::satisfied;
              if (!condition.negated || condition.objective.empty() ||
                  (!status && condition.question != Question::completed))
                continue;
              report.judged();
              const Question known = status ? Question::status_known : Question::progress_known;
              bool closed = false;
              for (const Condition& other : conditions)
                closed = closed || (other.question == known && other.negated) || other.question == Question::attempted;
              if (!closed)
                report.report(condition.node, {{"item", activity.identifier},
                                               {"objective", condition.objective},
                                               {"condition", wording(package, condition)},
                                               {"known", status ? "objectiveStatusKnown" : "activityProgressKnown"}});
            }
          });
        },
};
}  // namespace assay::rules::imsss
