#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::scorm {
// The second one is lost. (scorm/R-310)
extern const RuleInfo duplicate_extended_objective;
const RuleInfo duplicate_extended_objective = {
    .id = "scorm.duplicate-extended-objective",
    .requirements = "R-310",
    .needs = "manifest",
    .message = "\"{item}\" has more than one extended objective for \"{objective}\".",
    .fix = "Join their maps into one adlseq:objective.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_repeated_objectives(package, report, Part::extended); },
};
}  // namespace assay::rules::scorm
