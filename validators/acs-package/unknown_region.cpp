#include <assay/language.hpp>

namespace assay::rules::acs_package {
// A region that nobody knows switches nothing on. (acs-package/CORE-02)
extern const RuleInfo unknown_region;
const RuleInfo unknown_region = {
    .id = "acs-package.unknown-region",
    .requirements = "CORE-02",
    .needs = "declaration",
    .tables = "countries",
    .message = "\"{region}\" is no country code of ISO 3166-1.",
    .fix = "Write two capital letters, for instance {near}.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const JsonDocument* declaration = json_document(package, "declaration", 0);
          if (!declaration) return;
          for (JsonNode each = first_child(member(root(*declaration), "targetRegions")); each;
               each = next_sibling(each)) {
            if (type(each) != JsonType::string) continue;
            report.judged();
            if (code_listed("countries", content(each))) continue;
            const std::string_view near = nearest_codes(package, "countries", content(each));
            report.report(each, {{"region", content(each)}, {"near", near.empty() ? "TH" : near}});
          }
        },
};
}  // namespace assay::rules::acs_package
