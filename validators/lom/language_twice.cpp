#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers take the first or the last text of a language and ignore the other. (lom/R-028)
extern const RuleInfo language_twice;
const RuleInfo language_twice = {
    .id = "lom.language-twice",
    .requirements = "R-028",
    .needs = "manifest metadata",
    .message = "The {element} stands in the language \"{language}\" more than once.",
    .fix = "Keep one text for each language; give further ones an element of their own.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_languages_twice(package, report, "lom:string", "language"); },
};
}  // namespace assay::rules::lom
