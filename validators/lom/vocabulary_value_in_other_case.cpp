#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/vocabularies.hpp>

namespace assay::rules::lom {
// Readers that compare letter by letter do not know it. (lom/R-019)
extern const RuleInfo vocabulary_value_in_other_case;
const RuleInfo vocabulary_value_in_other_case = {
    .id = "lom.vocabulary-value-in-other-case",
    .requirements = "R-019",
    .needs = "manifest metadata",
    .message = "\"{value}\" differs from the value \"{near}\" of <{element}> in upper and lower case.",
    .fix = "Write {near}.",
    .params = lom_vocabularies,
    .check = [](const Package& package, const Params& params,
                Reporter& report) { report_terms(package, params, report, "lom", true); },
};
}  // namespace assay::rules::lom
