#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A player reads them as UTF-8 whatever they are. (acs-package/PAGE-09)
extern const RuleInfo data_in_another_encoding;
const RuleInfo data_in_another_encoding = {
    .id = "acs-package.data-in-another-encoding",
    .requirements = "PAGE-09",
    .needs = "pages",
    .message =
        "{count, plural, one {A data file has bytes that are not in the encoding it declares, or not UTF-8: {names}.} "
        "other {Data files have bytes that are not in the encoding they declare, or not UTF-8: {names} (# in all).}}",
    .fix = "Save them as UTF-8.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.kind != Page::Kind::data || !page.read) continue;
            report.judged();
            if (page.undecodable) found.add(place_of(page, page.bad_line, page.bad_column), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
