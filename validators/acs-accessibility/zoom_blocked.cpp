#include <assay/pages.hpp>

namespace assay::rules::acs_accessibility {
// Small type on a telephone stays small. (acs-accessibility/A11Y-08)
extern const RuleInfo zoom_blocked;
const RuleInfo zoom_blocked = {
    .id = "acs-accessibility.zoom-blocked",
    .requirements = "A11Y-08",
    .needs = "pages",
    .message =
        "{count, plural, one {A page keeps people from zooming: {names}.} other {Pages keep people from zooming: "
        "{names} (# in all).}}",
    .fix = "Take user-scalable=no and maximum-scale out of the viewport; some authoring tools have a setting for it.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.kind != Page::Kind::page || !page.read) continue;
            report.judged();
            if (page.zoom_blocked) found.add(place_of(page, page.zoom_line, page.zoom_column), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_accessibility
