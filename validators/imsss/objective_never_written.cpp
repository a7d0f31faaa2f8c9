#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Rules that ask for it never apply. (imsss/R-103)
extern const RuleInfo objective_never_written;
const RuleInfo objective_never_written = {
    .id = "imsss.objective-never-written",
    .requirements = "R-103",
    .needs = "manifest",
    .message =
        "\"{item}\" reads the global objective \"{target}\", which no activity of this course ever writes: its result "
        "stays unknown.",
    .fix =
        "Let the activity that achieves it write it (writeSatisfiedStatus=\"true\"), or correct the name.{known, "
        "select, none {} other { Global objectives that are written: {known}.}}",
    .confidence = 0.7,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const SharedObjective& each : shared_objectives(package)) {
            if (!each.reads) continue;
            report.judged();
            if (each.writes || each.offered) continue;
            report.report(tree.maps[each.first_map].node, {{"item", tree.activities[each.first_activity].identifier},
                                                           {"target", each.name},
                                                           {"known", nearest_written(package, each.name)}});
          }
        },
};
}  // namespace assay::rules::imsss
