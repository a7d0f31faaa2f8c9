#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The namespaces say SCORM 1.2 and the version says SCORM 2004: the learning system starts the course with the
// wrong API and it reports nothing. (scorm/R-038)
extern const RuleInfo version_of_scorm_2004;
const RuleInfo version_of_scorm_2004 = {
    .id = "scorm.version-of-scorm-2004",
    .requirements = "R-038",
    .needs = "manifest",
    .message =
        "schemaversion says \"{value}\", which is SCORM 2004; the namespaces of the manifest are those of SCORM 1.2. "
        "Learning systems go by one or the other, and the course records nothing.",
    .fix =
        "Publish the course again for one of the two versions. SCORM 1.2 writes <schemaversion>1.2</schemaversion>; "
        "SCORM 2004 has the namespaces http://www.imsglobal.org/xsd/imscp_v1p1 and "
        "http://www.adlnet.org/xsd/adlcp_v1p3.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node node : nodes_named(*xml, "cp:schemaversion")) {
            if (name(parent(parent(node))) != "cp:manifest") continue;
            report.judged();
            const std::string_view version = trimmed(content(node));
            if (version.starts_with("2004") || version.starts_with("CAM 1.3") || version == "1.3")
              report.report(node, {{"value", version}});
          }
        },
};
}  // namespace assay::rules::scorm
