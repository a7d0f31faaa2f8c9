#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// They are personal data wherever they turn up. (acs-package/SAFE-04)
extern const RuleInfo identity_number;
const RuleInfo identity_number = {
    .id = "acs-package.identity-number",
    .requirements = "SAFE-04",
    .needs = "pages",
    .message =
        "The text holds what looks like an identity number of a person: {sample}. {count, plural, one {File: {names}.} "
        "other {Files: {names} (# in all).}}",
    .fix = "Take it out, or replace it by an invented one that no person can have.",
    .confidence = 0.9,
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::identity_number); },
};
}  // namespace assay::rules::acs_package
