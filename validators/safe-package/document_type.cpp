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
          for (std::uint32_t i = 0; i < document_count(package, "documents"); ++i) {
            const DocumentView view = document(package, "documents", i);
            if (json_document(package, "documents", i) || view.role == "linked-data") continue;
            // A DOCTYPE stands in front of everything else, so that an ill-formed document shows it too; one that is
            // not even text may have one: that is not known, and not a pass.
            const bool read = xml_document(package, "documents", i) || view.problem_code == "not-well-formed";
            if (view.doctype.line)
              report.report(Place::at(view.file, view.doctype.line, view.doctype.column));
            else if (!read)
              report.blocked();
            report.judged();
          }
        },
};
}  // namespace assay::rules::safe_package
