#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Quotation marks turn into other characters. (acs-package/PAGE-11)
extern const RuleInfo stray_letters_undeclared;
const RuleInfo stray_letters_undeclared = {
    .id = "acs-package.stray-letters-undeclared",
    .requirements = "PAGE-11",
    .needs = "pages",
    .message =
        "Pages with single letters beyond ASCII do not say which encoding they are in: {names} ({count} in all).",
    .fix = "Write <meta charset=\"utf-8\"> as the first line of the head, and save the page as UTF-8.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.kind != Page::Kind::page || !page.read || page.fragment || page.vendor) continue;
            report.judged();
            if (page.non_ascii && !page.declares_encoding && !depends_on_encoding(page))
              found.add(place_of(page, page.line, page.column), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
