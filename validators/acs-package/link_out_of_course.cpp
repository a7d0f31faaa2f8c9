#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Whoever reviews a course reviews where it leads to. (acs-package/PAGE-10)
extern const RuleInfo link_out_of_course;
const RuleInfo link_out_of_course = {
    .id = "acs-package.link-out-of-course",
    .requirements = "PAGE-10",
    .needs = "pages",
    .message =
        "{count, plural, one {A page links to another site: {names}.} other {Pages link to other sites: {names} (# "
        "links).}}",
    .fix = "Check that each of them is meant for these learners.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.vendor) continue;
            for (const PageReference& each : page.references) {
              if (each.use != Use::link) continue;
              report.judged();
              if (each.resolution == Resolution::external) found.add(place_of(page, each.line, each.column), each.host);
            }
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
