#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Content and rules would get one of them by chance. (imsss/R-048)
extern const RuleInfo duplicate_objective_id;
const RuleInfo duplicate_objective_id = {
    .id = "imsss.duplicate-objective-id",
    .requirements = "R-048",
    .needs = "manifest",
    .message = "\"{item}\" has more than one objective with the ID \"{objective}\".",
    .fix =
        "Give one of them another objectiveID, and change the rules and maps that mean it. %20 counts as a blank, and "
        "blanks at the ends do not count.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_repeated_objectives(package, report, Part::objectives); },
};
}  // namespace assay::rules::imsss
