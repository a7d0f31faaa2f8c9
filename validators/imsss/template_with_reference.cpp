#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Templates are not merged with templates. (imsss/R-008)
extern const RuleInfo template_with_reference;
const RuleInfo template_with_reference = {
    .id = "imsss.template-with-reference",
    .requirements = "R-008",
    .needs = "manifest",
    .message = "The sequencing template \"{id}\" refers to another one, \"{reference}\".",
    .fix = "Copy into it what it needs from \"{reference}\", and remove IDRef.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Sequencing& each : activity_tree(package).sequencings) {
            if (name(parent(each.node)) != "imsss:sequencingCollection") continue;
            report.judged();
            if (attribute(each.node, "IDRef"))
              report.report(each.node, {{"id", each.id}, {"reference", each.reference}});
          }
        },
};
}  // namespace assay::rules::imsss
