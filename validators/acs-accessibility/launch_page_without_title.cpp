#include <assay/pages.hpp>

namespace assay::rules::acs_accessibility {
// It is the first thing that a screen reader says. (acs-accessibility/A11Y-04)
extern const RuleInfo launch_page_without_title;
const RuleInfo launch_page_without_title = {
    .id = "acs-accessibility.launch-page-without-title",
    .requirements = "A11Y-04",
    .needs = "pages",
    .message =
        "{count, plural, one {A launch page has no title: {names}.} other {Launch pages have no title: {names} (# in "
        "all).}}",
    .fix = "Write <title>…</title> into the head of the page.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (!page.launch || page.kind != Page::Kind::page || !page.read || page.driver || page.bytes == 0) continue;
            report.judged();
            if (page.title.empty() && !page.loads_scripts) found.add(place_of(page, page.line, page.column), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_accessibility
