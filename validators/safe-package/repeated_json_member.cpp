#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// One reader takes the first of two members with the same name, another the last: they see different packages.
// (safe-package/R-248)
extern const RuleInfo repeated_json_member;
const RuleInfo repeated_json_member = {
    .id = "safe-package.repeated-json-member",
    .requirements = "R-248",
    .needs = "documents",
    .message = "\"{name}\" stands twice in one object.",
    .fix = "Keep one of them.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "documents"); ++i) {
            const JsonDocument* json = json_document(package, "documents", i);
            if (!json) continue;
            report.judged();
            std::uint32_t n = 0;
            for (JsonNode each = repeated_member(*json, n); each; each = repeated_member(*json, ++n))
              report.report(each, {{"name", key(each).substr(0, 200)}});
          }
        },
};
}  // namespace assay::rules::safe_package
