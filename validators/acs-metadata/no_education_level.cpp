#include <algorithm>

#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
// Grade names differ from country to country. (acs-metadata/META-08)
extern const RuleInfo no_education_level;
const RuleInfo no_education_level = {
    .id = "acs-metadata.no-education-level",
    .requirements = "META-08",
    .needs = "documents",
    .tables = "isced-2011",
    .message = "The metadata does not say the educational level.",
    .fix = "In acs-profile.json, write \"isced\": 3 inside \"level\", with the level of ISCED 2011.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const Place course = place_of_course(package);
          if (course.kind == Place::Kind::package) return;
          report.judged();
          const auto codes = isced_codes(package);
          if (std::none_of(codes.begin(), codes.end(),
                           [](const IscedCode& each) { return !each.field && code_listed("isced-2011", each.code); }))
            report.report(course);
        },
};
}  // namespace assay::rules::acs_metadata
