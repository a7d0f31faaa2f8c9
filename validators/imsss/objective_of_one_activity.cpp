#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Sharing takes two. (imsss/R-104)
extern const RuleInfo objective_of_one_activity;
const RuleInfo objective_of_one_activity = {
    .id = "imsss.objective-of-one-activity",
    .requirements = "R-104",
    .needs = "manifest",
    .message = "Only \"{item}\" uses the global objective \"{target}\": its result reaches no other activity.",
    .fix = "Map another activity to it, or remove the mapInfo, unless another course reads it.",
    .confidence = 0.8,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const SharedObjective& each : shared_objectives(package)) {
            if (!each.writes) continue;
            report.judged();
            if (each.alone && !each.offered)
              report.report(tree.maps[each.first_map].node,
                            {{"item", tree.activities[each.first_activity].identifier}, {"target", each.name}});
          }
        },
};
}  // namespace assay::rules::imsss
