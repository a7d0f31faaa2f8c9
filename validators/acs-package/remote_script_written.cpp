#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// It can change any day. (acs-package/SAFE-10)
extern const RuleInfo remote_script_written;
const RuleInfo remote_script_written = {
    .id = "acs-package.remote-script-written",
    .requirements = "SAFE-10",
    .needs = "pages",
    .message = "A script writes a script of another host into the page: {names}.",
    .fix = "Put that script into the package.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.kind != Page::Kind::page && page.kind != Page::Kind::script) continue;
            report.judged();
            if (page.writes_remote_script && !page.vendor) found.add(Place::of_file(page.file), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
