#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/scorm.hpp>

namespace assay::rules::scorm {
// Catalogues that follow the standard leave an incomplete record out; course players do not care. (scorm/R-051)
extern const RuleInfo incomplete_sco_record;
const RuleInfo incomplete_sco_record = {
    .id = "scorm.incomplete-sco-record",
    .requirements = "R-051",
    .needs = "manifest metadata",
    .message = "The record of the SCO lacks {missing}.",
    .fix = "Add the elements to the record, or leave the record out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_described(package, "imsmd", [&](Node record, Node component) {
            if (component_kind(component) == "sco") report_incomplete_record(report, record, mandatory_elements());
          });
        },
};
}  // namespace assay::rules::scorm
