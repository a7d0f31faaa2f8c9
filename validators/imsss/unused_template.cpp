#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Templates are only there to be used. (imsss/R-101)
extern const RuleInfo unused_template;
const RuleInfo unused_template = {
    .id = "imsss.unused-template",
    .requirements = "R-101",
    .needs = "manifest",
    .message = "No activity uses the sequencing template \"{id}\".",
    .fix = "Name it in the IDRef of the activities that should follow it, or remove it.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Sequencing& each : tree.sequencings) {
            if (each.activity != none || each.id.empty()) continue;
            report.judged();
            if (each.users == 0) report.report(each.node, {{"id", each.id}});
          }
        },
};
}  // namespace assay::rules::imsss
