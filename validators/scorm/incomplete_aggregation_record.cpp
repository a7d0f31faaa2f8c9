#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/scorm.hpp>

namespace assay::rules::scorm {
// Catalogues that follow the standard leave an incomplete record out; course players do not care. (scorm/R-050)
extern const RuleInfo incomplete_aggregation_record;
const RuleInfo incomplete_aggregation_record = {
    .id = "scorm.incomplete-aggregation-record",
    .requirements = "R-050",
    .needs = "manifest metadata",
    .message = "The record of the course lacks {missing}.",
    .fix = "Add the elements to the record, or leave the record out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_described(package, "imsmd", [&](Node record, Node component) {
            if (component_kind(component) == "aggregation")
              report_incomplete_record(report, record, mandatory_elements());
          });
        },
};
}  // namespace assay::rules::scorm
