#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/scorm.hpp>

namespace assay::rules::scorm {
// A registry reads from it that the record follows SCORM, not LOM alone. (scorm/MD-02)
extern const RuleInfo record_without_scorm_schema;
const RuleInfo record_without_scorm_schema = {
    .id = "scorm.record-without-scorm-schema",
    .requirements = "MD-02",
    .needs = "manifest metadata",
    .message = "The record does not name the schema {missing}.",
    .fix = "Write metadataSchema twice: LOMv1.0 and ADLv1.0.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_described(package, "lom", [&](Node record, Node component) {
            const Node about = child(record, "lom:metaMetadata");
            if (component_kind(component) != "aggregation" || !child(about, "lom:metadataSchema")) return;
            report.judged();
            for (std::string_view wanted : {"LOMv1.0", "ADLv1.0"}) {
              bool named = false;
              for (Node each = child(about, "lom:metadataSchema"); each; each = next_named(each, "lom:metadataSchema"))
                named = named || trimmed(content(each)) == wanted;
              if (!named) return report.report(about, {{"missing", wanted}});
            }
          });
        },
};
}  // namespace assay::rules::scorm
