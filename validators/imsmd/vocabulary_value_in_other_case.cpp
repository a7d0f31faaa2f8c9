#include <assay/record.hpp>
#include <assay/rule.hpp>
#include <assay/vocabularies.hpp>

namespace assay::rules::imsmd {
// Readers that compare letter by letter do not know it. (imsmd/R-040)
extern const RuleInfo vocabulary_value_in_other_case;
const RuleInfo vocabulary_value_in_other_case = {
    .id = "imsmd.vocabulary-value-in-other-case",
    .requirements = "R-040",
    .needs = "manifest metadata",
    .message = "\"{value}\" differs from the value \"{near}\" of <{element}> in upper and lower case.",
    .fix = "Write {near}.",
    .confidence = 0.8,
    .params = imsmd_vocabularies,
    .check = [](const Package& package, const Params& params,
                Reporter& report) { report_terms(package, params, report, "imsmd", true); },
};
}  // namespace assay::rules::imsmd
