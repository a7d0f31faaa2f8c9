#include <assay/rule.hpp>

namespace assay::rules::scorm {
// A SCO is there to be started. (scorm/R-130)
extern const RuleInfo sco_without_href;
const RuleInfo sco_without_href = {
    .id = "scorm.sco-without-href",
    .requirements = "R-130",
    .needs = "manifest",
    .message = "The SCO \"{resource}\" has no href, so it can never be started.",
    .fix = "Give it the href of its start page, or make it an asset if it only collects files.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Resource& resource : resources(package)) {
            // One that an item starts is an error of its own.
            if (resource.scorm_type != "sco" || resource.used_by_items > 0) continue;
            report.judged();
            if (resource.href == none) report.report(resource.node, {{"resource", resource.identifier}});
          }
        },
};
}  // namespace assay::rules::scorm
