#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/vocabularies.hpp>

namespace assay::rules::lom {
// Searches by that term do not find the record. (lom/R-018)
extern const RuleInfo unknown_vocabulary_value;
const RuleInfo unknown_vocabulary_value = {
    .id = "lom.unknown-vocabulary-value",
    .requirements = "R-018",
    .needs = "manifest metadata",
    .message = "\"{value}\" is no value of <{element}> in the vocabulary LOMv1.0.",
    .fix =
        "Write one of: {allowed}. A value of your own vocabulary is welcome under the name of that vocabulary as "
        "source.",
    .params = lom_vocabularies,
    .check = [](const Package& package, const Params& params,
                Reporter& report) { report_terms(package, params, report, "lom", false); },
};
}  // namespace assay::rules::lom
