#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Search in the page misses such letters. (acs-language/LANG-22)
extern const RuleInfo decomposed_text;
const RuleInfo decomposed_text = {
    .id = "acs-language.decomposed-text",
    .requirements = "LANG-22",
    .needs = "pages",
    .message =
        "Letters and their marks are apart: {points} in \"{sample}\" should be \"{suggestion}\". {count, plural, one "
        "{File: {names}.} other {Files: {names} (# in all).}}",
    .fix = "Save the text in normalization form C.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::decomposed); },
};
}  // namespace assay::rules::acs_language
