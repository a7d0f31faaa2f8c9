#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Nothing reads it elsewhere. (scorm/R-125)
extern const RuleInfo location_outside_metadata;
const RuleInfo location_outside_metadata = {
    .id = "scorm.location-outside-metadata",
    .requirements = "R-125",
    .needs = "manifest",
    .message = "<{element}> stands in <{parent}>, where nothing reads it.",
    .fix = "Put it into the metadata of the element that the record describes.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node node : nodes_named(*xml, "adlcp:location")) {
            report.judged();
            if (name(parent(node)) != "cp:metadata")
              report.report(node, {{"element", written_name(node)}, {"parent", written_name(parent(node))}});
          }
        },
};
}  // namespace assay::rules::scorm
