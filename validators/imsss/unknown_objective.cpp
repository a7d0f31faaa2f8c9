#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Its answer is never known, and the rule never applies. (imsss/R-019)
extern const RuleInfo unknown_objective;
const RuleInfo unknown_objective = {
    .id = "imsss.unknown-objective",
    .requirements = "R-019",
    .needs = "manifest",
    .message =
        "A rule of \"{item}\" asks about the objective \"{objective}\", which the activity does not have; the rule "
        "will never apply.",
    .fix =
        "Name one of its objectives{known, select, none {} other { ({known})}}, add <imsss:objective "
        "objectiveID=\"{objective}\"/> to its objectives, or remove referencedObjective to ask about the primary "
        "objective.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_unknown_objectives(package, report, Part::rules); },
};
}  // namespace assay::rules::imsss
