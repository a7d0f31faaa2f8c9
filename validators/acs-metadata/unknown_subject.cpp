#include <algorithm>

#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
// A code that does not exist finds nothing. (acs-metadata/META-09)
extern const RuleInfo unknown_subject;
const RuleInfo unknown_subject = {
    .id = "acs-metadata.unknown-subject",
    .requirements = "META-09",
    .needs = "documents",
    .tables = "isced-f-2013",
    .message = "\"{field}\" is no field of ISCED-F 2013.",
    .fix = "Write a code of two to four digits of it, for instance {near}.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const IscedCode& each : isced_codes(package)) {
            if (!each.field) continue;
            const bool code =
                std::all_of(each.code.begin(), each.code.end(), [](char c) { return c >= '0' && c <= '9'; });
            if (!code) continue;  // the name of a field, or an address of another form
            report.judged();
            if (code_listed("isced-f-2013", each.code)) continue;
            const std::string_view near = nearest_codes(package, "isced-f-2013", each.code);
            report.report(each.place, {{"field", each.code}, {"near", near.empty() ? "0111, 0541" : near}});
          }
        },
};
}  // namespace assay::rules::acs_metadata
