#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/scorm.hpp>

namespace assay::rules::scorm {
// Catalogues that follow the standard leave an incomplete record out; course players do not care. (scorm/R-052)
extern const RuleInfo incomplete_asset_record;
const RuleInfo incomplete_asset_record = {
    .id = "scorm.incomplete-asset-record",
    .requirements = "R-052",
    .needs = "manifest metadata",
    .message = "The record of the asset lacks {missing}.",
    .fix = "Add the elements to the record, or leave the record out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          static constexpr std::string_view wanted[] = {
              "general/title",      "general/description", "metametadata/metadatascheme",         "technical/format",
              "technical/location", "rights/cost",         "rights/copyrightandotherrestrictions"};
          each_described(package, "imsmd", [&](Node record, Node component) {
            if (component_kind(component) == "asset") report_incomplete_record(report, record, wanted);
          });
        },
};
}  // namespace assay::rules::scorm
