#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// A document type is how XML reads other files and exhausts memory. assay never reads it; the system behind may.
// (safe-package/R-010)
extern const RuleInfo document_type;
const RuleInfo document_type = {
    .id = "safe-package.document-type",
    .requirements = "R-010",
    .needs = "documents",
    .message = "The document declares a document type (DOCTYPE).",
    .fix = "Remove the DOCTYPE; course packages need none.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::string_view role : {"manifest", "metadata"})
            for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
              const XmlDocument* xml = xml_document(package, role, i);
              // A document that cannot be read may have one: that is not known, and not a pass.
              if (!xml && !document(package, role, i).problem_code.empty()) report.blocked();
              if (!xml) continue;
              report.judged();
              const LineColumn where = doctype_position(*xml);
              if (where.line) report.report(Place::at(document(package, role, i).file, where.line, where.column));
            }
        },
};
}  // namespace assay::rules::safe_package
