#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The sub-manifest has a sequencing of its own. (scorm/R-302)
extern const RuleInfo sequencing_of_sub_manifest;
const RuleInfo sequencing_of_sub_manifest = {
    .id = "scorm.sequencing-of-sub-manifest",
    .requirements = "R-302",
    .needs = "manifest",
    .message = "\"{item}\" refers to a sub-manifest and has a sequencing of its own.",
    .fix = "Move the sequencing into the organization of the sub-manifest.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            if (!item.names_manifest) continue;
            report.judged();
            const Node sequencing = child(item.node, "imsss:sequencing");
            if (sequencing) report.report(sequencing, {{"item", item.identifier}});
          }
        },
};
}  // namespace assay::rules::scorm
