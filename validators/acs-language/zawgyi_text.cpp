#include <assay/language.hpp>

namespace assay::rules::acs_language {
// It shows as jumbled syllables and cannot be searched. (acs-language/LANG-10)
extern const RuleInfo zawgyi_text;
const RuleInfo zawgyi_text = {
    .id = "acs-language.zawgyi-text",
    .requirements = "LANG-10",
    .needs = "pages",
    .message =
        "Burmese text is in the order of Zawgyi fonts, not in Unicode: \"{sample}\" ({points}) should be "
        "\"{suggestion}\". {count, plural, one {File: {names}.} other {Files: {names} (# in all).}}",
    .fix = "Convert the text to Unicode.",
    .confidence = 0.95,
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::zawgyi); },
};
}  // namespace assay::rules::acs_language
