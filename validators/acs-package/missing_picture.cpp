#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Learners see the mark of a broken picture. (acs-package/PAGE-03)
extern const RuleInfo missing_picture;
const RuleInfo missing_picture = {
    .id = "acs-package.missing-picture",
    .requirements = "PAGE-03",
    .needs = "pages",
    .message =
        "{count, plural, one {A picture, sound, film or style of a page is not in the package: {names}.} other "
        "{Pictures, sounds, films or styles of pages are not in the package: {names} (# in all).}}",
    .fix = "Add the files, or remove what refers to them.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (!(page.read && page.kind == Page::Kind::page) || page.vendor) continue;
            for (const PageReference& each : page.references) {
              if (!(each.use == Use::image || each.use == Use::media || each.use == Use::track ||
                    each.use == Use::object || each.use == Use::style) ||
                  each.rooted || each.resolution == Resolution::external ||
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
