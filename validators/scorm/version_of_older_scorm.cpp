#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The namespaces say SCORM 2004 and the version says SCORM 1.2: the learning system goes by the version and starts the
// course with the wrong API. (scorm/R-101)
extern const RuleInfo version_of_older_scorm;
const RuleInfo version_of_older_scorm = {
    .id = "scorm.version-of-older-scorm",
    .requirements = "R-101",
    .needs = "manifest",
    .message =
        "schemaversion says \"1.2\"; the namespaces of the manifest are those of SCORM 2004. Most learning systems "
        "will "
        "run the course as SCORM 1.2, and its SCOs will find no API.",
    .fix =
        "Publish the course again for one of the two versions, or write the edition: CAM 1.3 (2nd), 2004 3rd Edition "
        "or 2004 4th Edition.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node node : nodes_named(*xml, "cp:schemaversion")) {
            if (name(parent(parent(node))) != "cp:manifest") continue;
            report.judged();
            if (trimmed(content(node)) == "1.2") report.report(node);
          }
        },
};
}  // namespace assay::rules::scorm
