#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Elsewhere it has no effect. (scorm/R-016)
extern const RuleInfo scormtype_outside_resource;
const RuleInfo scormtype_outside_resource = {
    .id = "scorm.scormtype-outside-resource",
    .requirements = "R-016",
    .needs = "manifest",
    .message = "<{element}> has adlcp:scormtype; only resources have it.",
    .fix = "Remove it, or move it to the resource.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (std::string_view wanted : {"cp:manifest", "cp:organizations", "cp:organization", "cp:item",
                                          "cp:resources", "cp:file", "cp:dependency"})
            for (Node node : nodes_named(*xml, wanted)) {
              report.judged();
              if (attribute(node, "adlcp:scormtype")) report.report(node, {{"element", written_name(node)}});
            }
        },
};
}  // namespace assay::rules::scorm
