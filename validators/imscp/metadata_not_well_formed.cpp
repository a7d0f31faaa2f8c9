#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A record that cannot be read describes nothing. (imscp/R-071)
extern const RuleInfo metadata_not_well_formed;
const RuleInfo metadata_not_well_formed = {
    .id = "imscp.metadata-not-well-formed",
    .requirements = "R-071",
    .needs = "documents",
    .message = "The metadata record cannot be read as XML: {problem}",
    .fix = "{advice}",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "metadata"); ++i) {
            const DocumentView record = document(package, "metadata", i);
            if (record.problem_code.starts_with("limit-")) {
              report.blocked();
              continue;
            }
            report.judged();
            if (!record.well_formed)
              report.report(Place::at(record.file, record.line, record.column),
                            {{"problem", record.problem}, {"advice", record.advice}});
          }
        },
};
}  // namespace assay::rules::imscp
