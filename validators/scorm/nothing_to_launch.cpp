#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The import ends with a message such as: no SCO found. (scorm/R-011)
extern const RuleInfo nothing_to_launch;
const RuleInfo nothing_to_launch = {
    .id = "scorm.nothing-to-launch",
    .requirements = "R-011",
    .needs = "manifest",
    .message = "No item of the course can be started.",
    .fix = "Let at least one item refer to a resource that has an href.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          if (organizations(package).empty()) return;
          report.judged();
          for (const Item& item : items(package))
            if (item.names_manifest || (item.resource != none && resources(package)[item.resource].href != none))
              return;
          report.report(organizations(package)[0].node);
        },
};
}  // namespace assay::rules::scorm
