#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Learning systems take any other value for SCORM 1.2, but a strict reader does not. (scorm/R-005)
extern const RuleInfo unexpected_schemaversion;
const RuleInfo unexpected_schemaversion = {
    .id = "scorm.unexpected-schemaversion",
    .requirements = "R-005",
    .needs = "manifest",
    .message = "schemaversion reads \"{value}\".",
    .fix = "Write <schemaversion>1.2</schemaversion>.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node node : nodes_named(*xml, "cp:schemaversion")) {
            const std::string_view version = trimmed(content(node));
            // A version of SCORM 2004 is a defect of its own.
            const bool of_2004 = version.starts_with("2004") || version.starts_with("CAM 1.3") || version == "1.3";
            if (name(parent(parent(node))) != "cp:manifest" || version.empty() || of_2004) continue;
            report.judged();
            if (version != "1.2") report.report(node, {{"value", version}});
          }
        },
};
}  // namespace assay::rules::scorm
