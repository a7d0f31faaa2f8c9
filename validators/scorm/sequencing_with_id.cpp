#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::scorm {
// Only templates are named. (scorm/R-301)
extern const RuleInfo sequencing_with_id;
const RuleInfo sequencing_with_id = {
    .id = "scorm.sequencing-with-id",
    .requirements = "R-301",
    .needs = "manifest",
    .message = "The sequencing of \"{item}\" has the ID \"{id}\"; only templates have one.",
    .fix =
        "Remove ID; to share the sequencing with other activities, move it into sequencingCollection and name it in "
        "IDRef.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Sequencing& each : tree.sequencings) {
            if (each.activity == none) continue;
            report.judged();
            if (attribute(each.node, "ID"))
              report.report(each.node, {{"item", tree.activities[each.activity].identifier}, {"id", each.id}});
          }
        },
};
}  // namespace assay::rules::scorm
