#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// On an offline server the missing part never comes. (acs-package/PORT-01)
extern const RuleInfo offline_course_needs_network;
const RuleInfo offline_course_needs_network = {
    .id = "acs-package.offline-course-needs-network",
    .requirements = "PORT-01",
    .needs = "declaration",
    .message =
        "The course is declared to work offline, but {count, plural, one {a page needs another host: {names}.} other "
        "{pages need other hosts: {names} (# places).}}",
    .fix = "Put the files into the package, or take \"offline\" out of acs-profile.json.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const JsonDocument* declaration = json_document(package, "declaration", 0);
          if (!declaration || !boolean(member(root(*declaration), "offline"))) return;
          Tally found(package);
          for (const Page& page : pages(package))
            for (const PageReference& each : page.references) {
              if (each.use == Use::link || each.use == Use::form) continue;
              report.judged();
              if (each.resolution == Resolution::external) found.add(place_of(page, each.line, each.column), each.host);
            }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
