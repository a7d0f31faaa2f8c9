#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Readers take the first or the last text of a language and ignore the other. (imsmd/R-035)
extern const RuleInfo language_twice;
const RuleInfo language_twice = {
    .id = "imsmd.language-twice",
    .requirements = "R-035",
    .needs = "manifest metadata",
    .message = "The {element} stands in the language \"{language}\" more than once.",
    .fix = "Keep one text for each language; give further ones an element of their own.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_languages_twice(package, report, "imsmd:langstring", "xml:lang"); },
};
}  // namespace assay::rules::imsmd
