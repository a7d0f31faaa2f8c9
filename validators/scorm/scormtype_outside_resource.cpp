#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Elsewhere it has no effect. (scorm/R-016)
extern const RuleInfo scormtype_outside_resource;
const RuleInfo scormtype_outside_resource = {
    .id = "scorm.scormtype-outside-resource",
    .requirements = "R-016",
    .needs = "manifest",
    .message = "<{element}> has {attribute}; only resources have it.",
    .fix = "Remove it, or move it to the resource.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (std::string_view wanted : {"cp:manifest", "cp:organizations", "cp:organization", "cp:item",
                                          "cp:resources", "cp:file", "cp:dependency"})
            for (Node node : nodes_named(*xml, wanted)) {
              report.judged();
              for (std::string_view spelling : {"adlcp:scormtype", "adlcp:scormType"})
                if (const Attribute found = attribute(node, spelling))
                  report.report(node, {{"element", written_name(node)}, {"attribute", written_name(found)}});
            }
        },
};
}  // namespace assay::rules::scorm
