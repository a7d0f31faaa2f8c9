#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::scorm {
// It extends nothing. (scorm/R-312)
extern const RuleInfo unknown_extended_objective;
const RuleInfo unknown_extended_objective = {
    .id = "scorm.unknown-extended-objective",
    .requirements = "R-312",
    .needs = "manifest",
    .message = "An extended objective of \"{item}\" is for \"{objective}\", which the activity does not have.",
    .fix =
        "Name one of its objectives{known, select, none {} other { ({known})}}, or add <imsss:objective "
        "objectiveID=\"{objective}\"/> to imsss:objectives.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_unknown_objectives(package, report, Part::extended); },
};
}  // namespace assay::rules::scorm
