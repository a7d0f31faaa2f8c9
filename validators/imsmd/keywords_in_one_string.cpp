#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Searches compare whole keywords. (imsmd/R-048)
extern const RuleInfo keywords_in_one_string;
const RuleInfo keywords_in_one_string = {
    .id = "imsmd.keywords-in-one-string",
    .requirements = "R-048",
    .needs = "manifest metadata",
    .message = "Several keywords stand in one langstring: \"{value}\".",
    .fix = "Give each keyword a <keyword> element of its own; a langstring is for another language of the same word.",
    .confidence = 0.7,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "imsmd:langstring", [&](Node text) {
            if (name(parent(text)) != "imsmd:keyword") return;
            report.judged();
            if (is_list_of_keywords(content(text))) report.report(text, {{"value", beginning(trimmed(content(text)))}});
          });
        },
};
}  // namespace assay::rules::imsmd
