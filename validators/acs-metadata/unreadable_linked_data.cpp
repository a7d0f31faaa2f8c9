#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
// What cannot be read describes nothing. (acs-metadata/META-15)
extern const RuleInfo unreadable_linked_data;
const RuleInfo unreadable_linked_data = {
    .id = "acs-metadata.unreadable-linked-data",
    .requirements = "META-15",
    .needs = "pages",
    .message = "The JSON-LD metadata cannot be read: {problem}",
    .fix = "Mend the JSON, or remove it.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "linked-data"); ++i) {
            const DocumentView file = document(package, "linked-data", i);
            report.judged();
            if (!file.well_formed)
              report.report(Place::at(file.file, file.line, file.column), {{"problem", file.problem}});
          }
          for (const LinkedData& each : linked_data(package)) {
            report.judged();
            if (!each.problem.empty()) report.report(each.place, {{"problem", each.problem}});
          }
        },
};
}  // namespace assay::rules::acs_metadata
