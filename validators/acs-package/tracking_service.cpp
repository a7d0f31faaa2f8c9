#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Learners' data would leave the system without their knowledge. (acs-package/SAFE-03)
extern const RuleInfo tracking_service;
const RuleInfo tracking_service = {
    .id = "acs-package.tracking-service",
    .requirements = "SAFE-03",
    .needs = "pages",
    .tables = "hosts",
    .message = "Pages load services that track people: {names}.",
    .fix = "Take the loader out of the pages; a learning system has reports of its own.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package))
            for (const PageReference& each : page.references) {
              if (each.use == Use::link || each.use == Use::form || each.resolution != Resolution::external) continue;
              report.judged();
              if (host_listed("trackers", each.host)) found.add(place_of(page, each.line, each.column), each.host);
            }
          if (found.count() == 0 && entry_count(package) > 0) report.judged();
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
