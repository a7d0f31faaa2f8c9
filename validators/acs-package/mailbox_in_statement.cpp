#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A sample statement of a real learner is a leak of data. (acs-package/SAFE-05)
extern const RuleInfo mailbox_in_statement;
const RuleInfo mailbox_in_statement = {
    .id = "acs-package.mailbox-in-statement",
    .requirements = "SAFE-05",
    .needs = "pages",
    .message =
        "A statement names an e-mail address that does not look like an example: {sample}. {count, plural, one {File: "
        "{names}.} other {Files: {names} (# in all).}}",
    .fix = "Use an account with a made-up name, or an address of example.org.",
    .confidence = 0.9,
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::mailbox); },
};
}  // namespace assay::rules::acs_package
