#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Catalogues choose the reading of the record by it. (scorm/R-045)
extern const RuleInfo unusual_metadatascheme;
const RuleInfo unusual_metadatascheme = {
    .id = "scorm.unusual-metadatascheme",
    .requirements = "R-045",
    .needs = "manifest metadata",
    .message = "metadatascheme of the record reads \"{value}\".",
    .fix = "Write ADL SCORM 1.2.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::string_view role : {"manifest", "metadata"})
            for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
              const XmlDocument* xml = xml_document(package, role, i);
              if (!xml) continue;
              for (Node part : nodes_named(*xml, "imsmd:metametadata")) {
                const Node first = child(part, "imsmd:metadatascheme");
                if (!first) continue;
                report.judged();
                bool right = false;
                for (Node node = first; node; node = next_named(node, "imsmd:metadatascheme"))
                  right = right || trimmed(content(node)) == "ADL SCORM 1.2";
                if (!right) report.report(first, {{"value", trimmed(content(first))}});
              }
            }
        },
};
}  // namespace assay::rules::scorm
