#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Search does not find one by the other. (acs-language/LANG-19)
extern const RuleInfo jawi_look_alike;
const RuleInfo jawi_look_alike = {
    .id = "acs-language.jawi-look-alike",
    .requirements = "LANG-19",
    .needs = "pages",
    .message =
        "Jawi text has Arabic letters that look like those of Malay: {points} should be \"{suggestion}\". {count, "
        "plural, one {File: {names}.} other {Files: {names} (# in all).}}",
    .fix = "Use a Jawi keyboard.",
    .confidence = 0.9,
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::jawi_letters); },
};
}  // namespace assay::rules::acs_language
