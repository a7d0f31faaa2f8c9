#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// The content alone says who has passed. (imsss/R-115)
extern const RuleInfo unused_passing_mark;
const RuleInfo unused_passing_mark = {
    .id = "imsss.unused-passing-mark",
    .requirements = "R-115",
    .needs = "manifest",
    .message = "The passing mark {mark} is never used, because satisfiedByMeasure is not true.",
    .fix = "Add satisfiedByMeasure=\"true\" to the objective, or remove minNormalizedMeasure.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Objective& objective : tree.objectives) {
            const Node mark = child(objective.node, "imsss:minNormalizedMeasure");
            if (!mark) continue;
            report.judged();
            if (!objective.by_measure) report.report(mark, {{"mark", trimmed(content(mark))}});
          }
        },
};
}  // namespace assay::rules::imsss
