#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Learning systems compare them letter by letter. (imsss/R-105)
extern const RuleInfo objective_names_alike;
const RuleInfo objective_names_alike = {
    .id = "imsss.objective-names-alike",
    .requirements = "R-105",
    .needs = "manifest",
    .message =
        "The global objectives \"{target}\" and \"{other}\" are two, because their names are not spelt the same.",
    .fix = "If one is meant, write the same name everywhere.",
    .confidence = 0.8,
    .check = [](const Package& package, const Params&, Reporter& report) { report_similar_targets(package, report); },
};
}  // namespace assay::rules::imsss
