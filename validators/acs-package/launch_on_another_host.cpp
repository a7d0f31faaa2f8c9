#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A page of another host cannot reach the API. (acs-package/PORT-17)
extern const RuleInfo launch_on_another_host;
const RuleInfo launch_on_another_host = {
    .id = "acs-package.launch-on-another-host",
    .requirements = "PORT-17",
    .needs = "entries",
    .message = "The launch address leads to another host: {names}.",
    .fix = "Put the content into the package, or say that the item is a web link.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Launch& launch : launches(package)) {
            if (launch.kind != Launch::Kind::tracked) continue;
            report.judged();
            if (launch.resolution == Resolution::external && !holds_word(launch.value, "localhost"))
              found.add(launch.place, launch.value);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
