#include <assay/language.hpp>

namespace assay::rules::acs_language {
// On other machines the text cannot be read. (acs-language/LANG-11)
extern const RuleInfo font_before_unicode;
const RuleInfo font_before_unicode = {
    .id = "acs-language.font-before-unicode",
    .requirements = "LANG-11",
    .needs = "pages",
    .message =
        "Text is set in the font {sample}, whose letters are not Unicode. {count, plural, one {File: {names}.} other "
        "{Files: {names} (# in all).}}",
    .fix = "Convert the text to Unicode and use a Unicode font.",
    .confidence = 0.95,
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::legacy_font); },
};
}  // namespace assay::rules::acs_language
