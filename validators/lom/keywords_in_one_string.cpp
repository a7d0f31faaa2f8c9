#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Searches compare whole keywords. (lom/R-050)
extern const RuleInfo keywords_in_one_string;
const RuleInfo keywords_in_one_string = {
    .id = "lom.keywords-in-one-string",
    .requirements = "R-050",
    .needs = "manifest metadata",
    .message = "Several keywords stand in one string: \"{value}\".",
    .fix = "Give each keyword a <keyword> element of its own; a string is for another language of the same word.",
    .confidence = 0.7,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:string", [&](Node text) {
            if (name(parent(text)) != "lom:keyword") return;
            report.judged();
            if (is_list_of_keywords(content(text))) report.report(text, {{"value", beginning(trimmed(content(text)))}});
          });
        },
};
}  // namespace assay::rules::lom
