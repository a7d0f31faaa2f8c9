#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Without a limit it is never exceeded. (imsss/R-110)
extern const RuleInfo attempt_limit_missing;
const RuleInfo attempt_limit_missing = {
    .id = "imsss.attempt-limit-missing",
    .requirements = "R-110",
    .needs = "manifest",
    .message =
        "A rule of \"{item}\" asks for attemptLimitExceeded, but no attemptLimit is set, so it is never exceeded.",
    .fix = "Set limitConditions attemptLimit=\"…\" on the activity that is meant, or remove the condition.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          const auto all = standings(package);
          for (const Standing& standing : all) {
            if (standing.activity == none) continue;
            report.judged();
            if (standing.reason == Reason::no_attempt_limit && standing.held != Held::sometimes)
              report.report(tree.conditions[standing.first].node,
                            {{"item", tree.activities[standing.activity].identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
