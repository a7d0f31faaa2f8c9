#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Without a declaration browsers guess by the country of the reader. (acs-package/PAGE-01)
extern const RuleInfo encoding_undeclared;
const RuleInfo encoding_undeclared = {
    .id = "acs-package.encoding-undeclared",
    .requirements = "PAGE-01",
    .needs = "pages",
    .message =
        "{count, plural, one {A page does not say which encoding it is in: {names}.} other {Pages do not say which "
        "encoding they are in: {names} (# in all).}}",
    .fix = "Write <meta charset=\"utf-8\"> as the first line of the head, and save the page as UTF-8.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.kind != Page::Kind::page || !page.read || page.fragment || page.vendor) continue;
            report.judged();
            if (page.non_ascii && !page.declares_encoding && depends_on_encoding(page))
              found.add(place_of(page, page.line, page.column), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
