#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// SCOs, rollup and maps set objectives; nothing else does. (imsss/R-107)
extern const RuleInfo objective_nobody_sets;
const RuleInfo objective_nobody_sets = {
    .id = "imsss.objective-nobody-sets",
    .requirements = "R-107",
    .needs = "manifest",
    .message =
        "A rule of \"{item}\" asks for \"{condition}\", but nothing there ever sets that result: the answer never "
        "changes.",
    .fix =
        "Map the objective to a global one that another activity writes, ask about the primary objective of a tracked "
        "SCO, or remove the rule.",
    .confidence = 0.85,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          each_rule(package, [&](const Activity& activity, const SequencingRule&, const Standing& standing) {
            report.judged();
            if (standing.reason != Reason::nobody_sets || standing.held == Held::sometimes) return;
            const Condition& culprit = tree.conditions[standing.first];
            report.report(culprit.node, {{"item", activity.identifier},
                                         {"condition", wording(package, culprit)},
                                         {"objective", culprit.objective}});
          });
        },
};
}  // namespace assay::rules::imsss
