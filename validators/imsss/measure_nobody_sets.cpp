#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Without a score nobody passes. (imsss/R-116)
extern const RuleInfo measure_nobody_sets;
const RuleInfo measure_nobody_sets = {
    .id = "imsss.measure-nobody-sets",
    .requirements = "R-116",
    .needs = "manifest",
    .message =
        "The objective of \"{item}\" is satisfied by its measure, but nothing ever sets one there: it is never passed.",
    .fix =
        "Let the content report a score, let children count (objectiveMeasureWeight above 0), map a measure that is "
        "written elsewhere, or remove satisfiedByMeasure.",
    .confidence = 0.85,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            constexpr std::size_t most = 64;  // objectives of a template that many activities share
            const auto objectives = objectives_of(tree, activity);
            for (const Objective& objective : objectives.first(objectives.size() < most ? objectives.size() : most)) {
              if (!objective.by_measure) continue;
              report.judged();
              bool read = false;
              for (const ObjectiveMap& map : maps_of(tree, objective)) read = read || (map.reads & measure_datum);
              const bool of_children = activity.children && objective.primary && activity.measuring;
              const bool of_content = !activity.children && !activity.starts_asset && activity.tracked;
              if (!read && !of_children && !of_content) report.report(objective.node, {{"item", activity.identifier}});
            }
          }
        },
};
}  // namespace assay::rules::imsss
