#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The validators of the 2nd and 3rd Edition refuse them there, and no learning system looks. (scorm/R-104)
extern const RuleInfo schema_below_manifest;
const RuleInfo schema_below_manifest = {
    .id = "scorm.schema-below-manifest",
    .requirements = "R-104",
    .needs = "manifest",
    .message = "<{element}> stands in the metadata of <{owner}>; only the metadata of the manifest have it.",
    .fix = "Remove <{element}> from the metadata of <{owner}>.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (std::string_view wanted : {"cp:schema", "cp:schemaversion"})
            for (Node node : nodes_named(*xml, wanted)) {
              report.judged();
              const Node owner = parent(parent(node));
              if (owner && name(owner) != "cp:manifest")
                report.report(node, {{"element", written_name(node)}, {"owner", written_name(owner)}});
            }
        },
};
}  // namespace assay::rules::scorm
