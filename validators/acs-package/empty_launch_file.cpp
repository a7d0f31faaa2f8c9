#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// The learner opens a blank page. (acs-package/PAGE-08)
extern const RuleInfo empty_launch_file;
const RuleInfo empty_launch_file = {
    .id = "acs-package.empty-launch-file",
    .requirements = "PAGE-08",
    .needs = "entries",
    .message = "The file that is launched is empty: {names}.",
    .fix = "Export the course again, or put the content into the file.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Launch& launch : launches(package)) {
            const std::uint32_t index = find_entry(package, launch.entry);
            if (launch.entry.empty() || index == none) continue;
            report.judged();
            if (entry(package, index).size == 0) found.add(launch.place, launch.entry);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
