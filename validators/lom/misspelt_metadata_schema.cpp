#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers find the standard of the record by its name. (lom/R-044)
extern const RuleInfo misspelt_metadata_schema;
const RuleInfo misspelt_metadata_schema = {
    .id = "lom.misspelt-metadata-schema",
    .requirements = "R-044",
    .needs = "manifest metadata",
    .message = "The schema of the record reads \"{value}\".",
    .fix = "Write LOMv1.0 as the schema of the record.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::string_view wanted : {"lom:metadataSchema", "lom:metadataschema"})
            each_in_records(package, wanted, [&](Node schema) {
              const std::string_view text = trimmed(content(schema));
              if (text.empty()) return;
              report.judged();
              if (is_misspelt_lom(text)) report.report(schema, {{"value", text}});
            });
        },
};
}  // namespace assay::rules::lom
