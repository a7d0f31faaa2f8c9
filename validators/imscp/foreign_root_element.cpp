#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The namespace of the root element tells an LMS which standard it has to do with. (imscp/R-004)
extern const RuleInfo foreign_root_element;
const RuleInfo foreign_root_element = {
    .id = "imscp.foreign-root-element",
    .requirements = "R-004",
    .needs = "manifest",
    .message = "The root element is \"{element}\" in the namespace \"{namespace}\", which is no IMS manifest.",
    .fix =
        "Let the root element be manifest: with xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" for SCORM 1.2 "
        "and IMS CP 1.1.2, with xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" for SCORM 2004 and later IMS CP.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* document_of_manifest = manifest(package);
          if (!document_of_manifest) return;
          const Node top = root(*document_of_manifest);
          report.judged();
          if (name(top) != "cp:manifest")
            report.report(top, {{"element", local_name(top)}, {"namespace", namespace_uri(top)}});
        },
};
}  // namespace assay::rules::imscp
