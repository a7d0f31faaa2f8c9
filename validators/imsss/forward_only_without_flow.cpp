#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// It is a matter of Continue and Previous first of all. (imsss/R-162)
extern const RuleInfo forward_only_without_flow;
const RuleInfo forward_only_without_flow = {
    .id = "imsss.forward-only-without-flow",
    .requirements = "R-162",
    .needs = "manifest",
    .message = "forwardOnly is set on \"{item}\", but flow is off: there is no Continue to go forward with.",
    .fix = "Set flow=\"true\", or remove forwardOnly.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (!activity.forward_only || !activity.children) continue;
            report.judged();
            if (!activity.flow)
              report.report(part_of(tree, activity, Part::control_mode), {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
