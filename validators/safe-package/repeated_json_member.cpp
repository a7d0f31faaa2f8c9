#include <assay/pages.hpp>

namespace assay::rules::safe_package {
// One reader takes the first of two members with the same name, another the last: they see different packages.
// (safe-package/R-248)
extern const RuleInfo repeated_json_member;
const RuleInfo repeated_json_member = {
    .id = "safe-package.repeated-json-member",
    .requirements = "R-248",
    .needs = "documents pages",
    .message = "\"{name}\" stands twice in one object.",
    .fix = "Keep one of them.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto judge = [&](const JsonDocument& json) {
            report.judged();
            std::uint32_t n = 0;
            for (JsonNode each = repeated_member(json, n); each; each = repeated_member(json, ++n))
              report.report(each, {{"name", key(each).substr(0, 200)}});
          };
          for (std::uint32_t i = 0; i < document_count(package, "documents"); ++i)
            if (const JsonDocument* json = json_document(package, "documents", i)) judge(*json);
          for (const LinkedData& each : linked_data(package))
            if (each.document) judge(*each.document);
        },
};
}  // namespace assay::rules::safe_package
