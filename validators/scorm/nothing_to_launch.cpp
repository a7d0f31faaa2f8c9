#include <algorithm>

#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The import ends with a message such as: no SCO found. In SCORM 2004 an organization without items and an item without
// content are errors of their own. (scorm/R-011)
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
          const auto all = items(package);
          const auto starts = [&](const Item& item) {
            return item.names_manifest || (item.resource != none && resources(package)[item.resource].href != none);
          };
          const bool something = std::any_of(all.begin(), all.end(), starts);
          const bool refers = std::any_of(all.begin(), all.end(), [](const Item& item) { return item.has_reference; });
          // A resource that does not exist or has no href is an error of its item: the cause is told there.
          if (!something && refers) return;
          report.judged();
          if (!something) report.report(organizations(package)[0].node);
        },
};
}  // namespace assay::rules::scorm
