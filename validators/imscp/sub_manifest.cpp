#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Few systems follow a manifest inside a manifest; most ignore it. (imscp/R-067)
extern const RuleInfo sub_manifest;
const RuleInfo sub_manifest = {
    .id = "imscp.sub-manifest",
    .requirements = "R-067",
    .needs = "manifest",
    .message = "The manifest contains a sub-manifest (\"{identifier}\").",
    .fix = "Merge its items and resources into the main manifest.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* document_of_manifest = manifest(package);
          if (!document_of_manifest) return;
          report.judged();
          for (Node node : nodes_named(*document_of_manifest, "cp:manifest"))
            if (parent(node)) report.report(node, {{"identifier", trimmed(value(attribute(node, "identifier")))}});
        },
};
}  // namespace assay::rules::imscp
