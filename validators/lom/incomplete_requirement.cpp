#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// One without the other cannot be compared with the learner's computer. (lom/R-038)
extern const RuleInfo incomplete_requirement;
const RuleInfo incomplete_requirement = {
    .id = "lom.incomplete-requirement",
    .requirements = "R-038",
    .needs = "manifest metadata",
    .message = "A technical requirement has no {missing}.",
    .fix = "Write type (operating system or browser) and name, each with source and value.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:orComposite", [&](Node node) {
            report.judged();
            const bool type = static_cast<bool>(child(node, "lom:type"));
            if (!type || !child(node, "lom:name")) report.report(node, {{"missing", type ? "name" : "type"}});
          });
        },
};
}  // namespace assay::rules::lom
