#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/vocabularies.hpp>

namespace assay::rules::imsmd {
// Searches by that term do not find the record. The lists are from memory of the standard, hence a likelihood below
// one. (imsmd/R-012)
extern const RuleInfo unknown_vocabulary_value;
const RuleInfo unknown_vocabulary_value = {
    .id = "imsmd.unknown-vocabulary-value",
    .requirements = "R-012",
    .needs = "manifest metadata",
    .message = "\"{value}\" is no value of <{element}> in the vocabulary LOMv1.0.",
    .fix = "Write one of: {allowed}.",
    .confidence = 0.8,
    .params = imsmd_vocabularies,
    .check = [](const Package& package, const Params& params,
                Reporter& report) { report_terms(package, params, report, "imsmd", false); },
};
}  // namespace assay::rules::imsmd
