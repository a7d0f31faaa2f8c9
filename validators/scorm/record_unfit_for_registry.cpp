#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/scorm.hpp>

namespace assay::rules::scorm {
// The registry of ADL took records with these elements only; course players do not care. (scorm/MD-01)
static constexpr ParamInfo record_unfit_for_registry_parameters[] = {
    {"elements", Join::require,
     R"(["general/title", "general/description", "general/keyword", "lifeCycle/version", "metaMetadata/metadataSchema", "technical/format", "rights/copyrightAndOtherRestrictions"])"}};
extern const RuleInfo record_unfit_for_registry;
const RuleInfo record_unfit_for_registry = {
    .id = "scorm.record-unfit-for-registry",
    .requirements = "MD-01",
    .needs = "manifest metadata",
    .message = "The record of the course lacks {missing}.",
    .fix = "Add the elements if the course shall stand in a registry.",
    .params = record_unfit_for_registry_parameters,
    .check =
        [](const Package& package, const Params& params, Reporter& report) {
          each_described(package, "lom", [&](Node record, Node component) {
            if (component_kind(component) == "aggregation")
              report_incomplete_record(report, record, params.list("elements"), "aggregation");
          });
        },
};
}  // namespace assay::rules::scorm
