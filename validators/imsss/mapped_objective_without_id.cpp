#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Learning systems that keep objectives by their ID lose the map. (imsss/R-046)
extern const RuleInfo mapped_objective_without_id;
const RuleInfo mapped_objective_without_id = {
    .id = "imsss.mapped-objective-without-id",
    .requirements = "R-046",
    .needs = "manifest",
    .message = "The primaryObjective of \"{item}\" maps to a global objective but has no objectiveID.",
    .fix = "Add objectiveID=\"…\", different from the other objectives of the activity.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Sequencing& each : tree.sequencings)
            for (const Objective& objective : tree.objectives.subspan(each.objectives.first, each.objectives.count)) {
              if (!objective.primary || objective.maps == 0) continue;
              report.judged();
              if (!attribute(objective.node, "objectiveID"))
                report.report(objective.node, {{"item", owner_name(package, each)}});
            }
        },
};
}  // namespace assay::rules::imsss
