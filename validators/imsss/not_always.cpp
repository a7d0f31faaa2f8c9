#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Not always is never. (imsss/R-112)
extern const RuleInfo not_always;
const RuleInfo not_always = {
    .id = "imsss.not-always",
    .requirements = "R-112",
    .needs = "manifest",
    .message = "A rule of \"{item}\" applies when not always, which is never.",
    .fix = "Remove operator=\"not\", or the rule.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          each_rule(package, [&](const Activity& activity, const SequencingRule&, const Standing& standing) {
            report.judged();

            if (standing.reason == Reason::says_always && standing.held == Held::never)
              report.report(tree.conditions[standing.first].node, {{"item", activity.identifier}});
          });
        },
};
}  // namespace assay::rules::imsss
