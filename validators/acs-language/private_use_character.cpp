#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Readers see an empty box. (acs-language/LANG-14)
extern const RuleInfo private_use_character;
const RuleInfo private_use_character = {
    .id = "acs-language.private-use-character",
    .requirements = "LANG-14",
    .needs = "pages",
    .message =
        "Text has characters that only the author's font shows: {points} in \"{sample}\". {count, plural, one {File: "
        "{names}.} other {Files: {names} (# in all).}}",
    .fix = "Replace them: a bullet by •, a character by the one of the standard.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_text_defect(package, report, TextDefect::private_use); },
};
}  // namespace assay::rules::acs_language
