#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// There is nothing to select or reorder. (imsss/R-158)
extern const RuleInfo randomization_of_leaf;
const RuleInfo randomization_of_leaf = {
    .id = "imsss.randomization-of-leaf",
    .requirements = "R-158",
    .needs = "manifest",
    .message = "\"{item}\" has randomizationControls but no children, so they have no effect.",
    .fix = "Move them to the group that is meant, or remove them.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            const Sequencing* source = source_of(tree, activity, Part::randomization);
            if (!source || source->activity == none) continue;
            report.judged();
            if (!activity.children)
              report.report(part_of(tree, activity, Part::randomization), {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
