#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Scores are normalised to -1 to 1. (imsss/R-111)
extern const RuleInfo threshold_beyond_measure;
const RuleInfo threshold_beyond_measure = {
    .id = "imsss.threshold-beyond-measure",
    .requirements = "R-111",
    .needs = "manifest",
    .message = "A rule of \"{item}\" says {condition} with the threshold {threshold}, which no score reaches.",
    .fix = "Write a threshold between -1 and 1; 0.8 is 80 percent.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          each_rule(package, [&](const Activity& activity, const SequencingRule&, const Standing& standing) {
            report.judged();
            if (standing.reason != Reason::beyond_measure || standing.held == Held::sometimes) return;
            const Condition& culprit = tree.conditions[standing.first];
            if (culprit.threshold > 1 || culprit.threshold < -1) return;  // the schema says so
            report.report(culprit.node, {{"item", activity.identifier},
                                         {"condition", wording(package, culprit)},
                                         {"threshold", trimmed(value(attribute(culprit.node, "measureThreshold")))}});
          });
        },
};
}  // namespace assay::rules::imsss
