#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers choose the text for the learner by its language. (lom/R-027)
extern const RuleInfo text_without_language;
const RuleInfo text_without_language = {
    .id = "lom.text-without-language",
    .requirements = "R-027",
    .needs = "manifest metadata",
    .message = "The {element} of the record does not say its language.",
    .fix = "Add language=\"…\" to the string: en, zh-Hans, th, vi, id, …",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:string", [&](Node text) {
            const std::string_view element = local_name(parent(text));
            if ((element != "title" && element != "description") || trimmed(content(text)).empty()) return;
            report.judged();
            if (!attribute(text, "language")) report.report(text, {{"element", element}});
          });
        },
};
}  // namespace assay::rules::lom
