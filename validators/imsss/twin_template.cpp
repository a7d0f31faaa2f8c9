#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Whoever changes one of them forgets the other. (imsss/R-102)
extern const RuleInfo twin_template;
const RuleInfo twin_template = {
    .id = "imsss.twin-template",
    .requirements = "R-102",
    .needs = "manifest",
    .message = "The sequencing template \"{id}\" says the same as \"{other}\".",
    .fix = "Keep one of them, and name it wherever the other was named.",
    .check = [](const Package& package, const Params&, Reporter& report) { report_twin_templates(package, report); },
};
}  // namespace assay::rules::imsss
