#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Search does not find it, and no normalization repairs it. (acs-language/LANG-17)
extern const RuleInfo mark_order;
const RuleInfo mark_order = {
    .id = "acs-language.mark-order",
    .requirements = "LANG-17",
    .needs = "pages",
    .message =
        "Marks stand in an order that looks right and is not: {points} in \"{sample}\" should be \"{suggestion}\". "
        "{count, plural, one {File: {names}.} other {Files: {names} (# in all).}}",
    .fix = "Type the word anew.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::mark_order); },
};
}  // namespace assay::rules::acs_language
