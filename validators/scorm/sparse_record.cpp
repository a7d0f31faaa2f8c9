#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/scorm.hpp>

namespace assay::rules::scorm {
// Early editions had a profile for each kind of component. The lists are from memory. (scorm/MD-03)
static constexpr ParamInfo sparse_record_parameters[] = {
    {"aggregation", Join::require,
     R"(["general/identifier/entry", "general/title", "general/description", "general/keyword", "lifeCycle/version", "lifeCycle/status", "metaMetadata/identifier/entry", "metaMetadata/metadataSchema", "technical/format", "rights/cost", "rights/copyrightAndOtherRestrictions"])"},
    {"item", Join::require,
     R"(["general/identifier/entry", "general/title", "general/description", "general/keyword", "lifeCycle/version", "lifeCycle/status", "metaMetadata/identifier/entry", "metaMetadata/metadataSchema", "technical/format", "rights/cost", "rights/copyrightAndOtherRestrictions"])"},
    {"sco", Join::require,
     R"(["general/identifier/entry", "general/title", "general/description", "general/keyword", "lifeCycle/version", "lifeCycle/status", "metaMetadata/identifier/entry", "metaMetadata/metadataSchema", "technical/format", "rights/cost", "rights/copyrightAndOtherRestrictions"])"},
    {"asset", Join::require,
     R"(["general/identifier/entry", "general/description", "metaMetadata/identifier/entry", "metaMetadata/metadataSchema", "technical/format", "rights/cost", "rights/copyrightAndOtherRestrictions"])"}};
extern const RuleInfo sparse_record;
const RuleInfo sparse_record = {
    .id = "scorm.sparse-record",
    .requirements = "MD-03",
    .needs = "manifest metadata",
    .message = "The record of the {component} lacks {missing}.",
    .fix = "Add the elements if a catalogue asks for the whole profile.",
    .confidence = 0.6,
    .params = sparse_record_parameters,
    .check =
        [](const Package& package, const Params& params, Reporter& report) {
          each_described(package, "lom", [&](Node record, Node component) {
            const std::string_view kind = component_kind(component);
            if (params.has(kind)) report_incomplete_record(report, record, params.list(kind), kind);
          });
        },
};
}  // namespace assay::rules::scorm
