#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The test suite ignores sub-manifests and stops at a reference into one; most systems do the former. (scorm/R-131)
extern const RuleInfo reference_into_sub_manifest;
const RuleInfo reference_into_sub_manifest = {
    .id = "scorm.reference-into-sub-manifest",
    .requirements = "R-131",
    .needs = "manifest",
    .message = "Item \"{item}\" refers to \"{identifierref}\", which stands in a sub-manifest.",
    .fix = "Copy what it needs into the main manifest, and let the item refer to that.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            if (!item.has_reference) continue;
            Node home = item.node;
            while (home && local_name(home) != "manifest") home = parent(home);
            if (!home || parent(home)) continue;  // inside a sub-manifest it may refer to its own
            report.judged();
            if (item.names_manifest || (item.resource != none && resources(package)[item.resource].nested))
              report.report(item.node, {{"item", item.identifier}, {"identifierref", item.identifierref}});
          }
        },
};
}  // namespace assay::rules::scorm
