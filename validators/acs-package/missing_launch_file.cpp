#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Nothing opens, and some systems refuse the package. (acs-package/MAN-10)
extern const RuleInfo missing_launch_file;
const RuleInfo missing_launch_file = {
    .id = "acs-package.missing-launch-file",
    .requirements = "MAN-10",
    .needs = "manifest",
    .message =
        "{count, plural, one {Learners are sent to a file that is not in the package: {names}.} other {Learners are "
        "sent to files that are not in the package: {names} (# in all).}}",
    .fix = "Add the files, or correct the references.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Launch& launch : launches(package)) {
            if (launch.resolution == Resolution::external || launch.resolution == Resolution::not_looked_up ||
                launch.resolution == Resolution::empty || belongs_to_exporter(launch.value))
              continue;
            report.judged();
            if (is_absent(launch.resolution)) found.add(launch.place, launch.value);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
