#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Learning systems choose their importer by one of these signs. (acs-package/CORE-03)
extern const RuleInfo version_contradicts_namespaces;
const RuleInfo version_contradicts_namespaces = {
    .id = "acs-package.version-contradicts-namespaces",
    .requirements = "CORE-03",
    .needs = "manifest",
    .message = "The manifest says version {version}, but its namespaces are those of {other}.",
    .fix = "Export the course again for one version, or correct schemaversion.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* document = manifest(package);
          if (!document) return;
          bool v12 = false, v2004 = false;
          for (Attribute each = first_attribute(root(*document)); each; each = next_attribute(each)) {
            v12 = v12 || value(each) == "http://www.adlnet.org/xsd/adlcp_rootv1p2";
            v2004 = v2004 || value(each) == "http://www.adlnet.org/xsd/adlcp_v1p3";
          }
          for (Node version : nodes_named(*document, "cp:schemaversion")) {
            const std::string_view text = trimmed(content(version));
            report.judged();
            if (text == "1.2" && v2004 && !v12) report.report(version, {{"version", text}, {"other", "SCORM 2004"}});
            if ((holds_word(text, "2004") || holds_word(text, "cam 1.3")) && v12 && !v2004)
              report.report(version, {{"version", text}, {"other", "SCORM 1.2"}});
          }
        },
};
}  // namespace assay::rules::acs_package
