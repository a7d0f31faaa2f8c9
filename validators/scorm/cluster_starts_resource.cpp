#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Some systems start it, others show only its children. (scorm/R-018)
extern const RuleInfo cluster_starts_resource;
const RuleInfo cluster_starts_resource = {
    .id = "scorm.cluster-starts-resource",
    .requirements = "R-018",
    .needs = "manifest",
    .message = "Item \"{item}\" has items of its own and refers to a resource.",
    .fix = "Move the resource to an item of its own if every learner is to see it.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            if (item.children == 0) continue;
            report.judged();
            if (item.has_reference) report.report(item.node, {{"item", item.identifier}});
          }
        },
};
}  // namespace assay::rules::scorm
