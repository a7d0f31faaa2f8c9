#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Search does not find them. (acs-language/LANG-15)
extern const RuleInfo radical_character;
const RuleInfo radical_character = {
    .id = "acs-language.radical-character",
    .requirements = "LANG-15",
    .needs = "pages",
    .message =
        "Text has radicals or compatibility forms instead of characters: {points} should be \"{suggestion}\". {count, "
        "plural, one {File: {names}.} other {Files: {names} (# in all).}}",
    .fix = "Type the characters anew; they came from a PDF.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::kangxi); },
};
}  // namespace assay::rules::acs_language
