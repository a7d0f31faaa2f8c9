#include <assay/rule.hpp>

namespace assay::rules::scorm {
// webcontent is the one type that a learning system has to know. (scorm/R-114)
extern const RuleInfo unusual_type_of_started_resource;
const RuleInfo unusual_type_of_started_resource = {
    .id = "scorm.unusual-type-of-started-resource",
    .requirements = "R-114",
    .needs = "manifest",
    .message = "Resource \"{resource}\", which an item starts, has the type \"{type}\".",
    .fix = "Write type=\"webcontent\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Resource& resource : resources(package)) {
            if (resource.used_by_items == 0 || !attribute(resource.node, "type")) continue;
            report.judged();
            if (trimmed(resource.type) != "webcontent")
              report.report(resource.node, {{"resource", resource.identifier}, {"type", resource.type}});
          }
        },
};
}  // namespace assay::rules::scorm
