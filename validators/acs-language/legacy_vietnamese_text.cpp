#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Without that font it is a row of Western letters. (acs-language/LANG-11)
extern const RuleInfo legacy_vietnamese_text;
const RuleInfo legacy_vietnamese_text = {
    .id = "acs-language.legacy-vietnamese-text",
    .requirements = "LANG-11",
    .needs = "pages",
    .message =
        "Vietnamese text is typed for a font of the time before Unicode: \"{sample}\" should be \"{suggestion}\". "
        "{count, plural, one {File: {names}.} other {Files: {names} (# in all).}}",
    .fix = "Convert the text from TCVN3 or VNI to Unicode.",
    .confidence = 0.95,
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::legacy_vietnamese); },
};
}  // namespace assay::rules::acs_language
