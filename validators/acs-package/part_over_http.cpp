#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Browsers block them on a page that came over https. (acs-package/PORT-04)
extern const RuleInfo part_over_http;
const RuleInfo part_over_http = {
    .id = "acs-package.part-over-http",
    .requirements = "PORT-04",
    .needs = "entries",
    .message = "Scripts, styles or frames are fetched over http: {names} ({count} in all).",
    .fix = "Put the files into the package, or write https.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (!page.read || (page.vendor && !page.launch)) continue;
            for (const PageReference& each : page.references) {
              if (!(each.use == Use::script || each.use == Use::style || each.use == Use::frame)) continue;
              report.judged();
              if (each.resolution == Resolution::external && each.insecure)
                found.add(place_of(page, each.line, each.column), each.value);
            }
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
