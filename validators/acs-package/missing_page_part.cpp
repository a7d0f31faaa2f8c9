#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Without them the course opens to a blank or broken page. (acs-package/PAGE-02)
extern const RuleInfo missing_page_part;
const RuleInfo missing_page_part = {
    .id = "acs-package.missing-page-part",
    .requirements = "PAGE-02",
    .needs = "pages",
    .message =
        "{count, plural, one {A script or frame that a launch page needs is not in the package: {names}.} other "
        "{Scripts or frames that a launch page needs are not in the package: {names} (# in all).}}",
    .fix = "Add the files, or remove what refers to them.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            for (const PageReference& each : page.references) {
              if (!is_page_part(page, each) || each.rooted || each.resolution == Resolution::external ||
                  each.resolution == Resolution::not_looked_up || each.resolution == Resolution::empty)
                continue;
              report.judged();
              if (each.resolution == Resolution::missing || each.resolution == Resolution::escapes)
                found.add(place_of(page, each.line, each.column), each.value);
            }
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
