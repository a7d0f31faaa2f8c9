#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Quotation marks turn into other characters. (acs-package/PAGE-11)
extern const RuleInfo stray_letters_garbled;
const RuleInfo stray_letters_garbled = {
    .id = "acs-package.stray-letters-garbled",
    .requirements = "PAGE-11",
    .needs = "pages",
    .message =
        "{count, plural, one {Single letters beyond ASCII show as other characters, for a page declares no encoding, "
        "or another than its own: {names}.} other {Single letters beyond ASCII show as other characters, for pages "
        "declare no encoding, or another than theirs: {names} (# in all).}}",
    .fix = "Write <meta charset=\"utf-8\"> as the first line of the head, and save the page as UTF-8.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.kind != Page::Kind::page || !page.read || page.fragment || page.vendor) continue;
            report.judged();
            if (!page.non_ascii || depends_on_encoding(page)) continue;
            if (!page.declares_encoding)
              found.add(place_of(page, page.line, page.column), page.file);
            else if (page.undecodable)
              found.add(place_of(page, page.bad_line, page.bad_column), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
