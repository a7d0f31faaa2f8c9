#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// There is nothing to start then. (imsss/R-156)
extern const RuleInfo nothing_selected;
const RuleInfo nothing_selected = {
    .id = "imsss.nothing-selected",
    .requirements = "R-156",
    .needs = "manifest",
    .message = "\"{item}\" selects zero of its children, so the learner gets none of them.",
    .fix = "Write how many children each learner gets, or remove selectCount.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (activity.select_count == none || !activity.selects || !activity.children) continue;
            report.judged();
            if (activity.select_count == 0)
              report.report(part_of(tree, activity, Part::randomization), {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
