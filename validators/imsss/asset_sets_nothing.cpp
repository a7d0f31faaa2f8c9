#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// An asset does not talk to the learning system. (imsss/R-117)
extern const RuleInfo asset_sets_nothing;
const RuleInfo asset_sets_nothing = {
    .id = "imsss.asset-sets-nothing",
    .requirements = "R-117",
    .needs = "manifest",
    .message = "\"{item}\" starts an asset, which cannot report: with {attribute}=\"true\" it never gets {result}.",
    .fix = "Remove {attribute}; the learning system then sets the result itself when the asset was seen.",
    .confidence = 0.85,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (!activity.starts_asset) continue;
            const Node delivery = part_of(tree, activity, Part::delivery);
            if (!delivery) continue;
            report.judged();
            if (activity.completion_by_content)
              report.report(
                  delivery,
                  {{"item", activity.identifier}, {"attribute", "completionSetByContent"}, {"result", "completed"}});
            if (activity.objective_by_content)
              report.report(
                  delivery,
                  {{"item", activity.identifier}, {"attribute", "objectiveSetByContent"}, {"result", "satisfied"}});
          }
        },
};
}  // namespace assay::rules::imsss
