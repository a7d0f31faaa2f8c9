#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// The course never stands at the root of a server. (acs-package/PAGE-04)
extern const RuleInfo root_absolute_reference;
const RuleInfo root_absolute_reference = {
    .id = "acs-package.root-absolute-reference",
    .requirements = "PAGE-04",
    .needs = "pages",
    .message =
        "{count, plural, one {A reference starts with \"/\", so it leads to the root of the server: {names}.} other "
        "{References start with \"/\", so they lead to the root of the server: {names} (# in all).}}",
    .fix = "Write them relative to the page, without the slash in front.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (!page.read || page.vendor || page.fragment) continue;
            for (const PageReference& each : page.references) {
              if (each.resolution == Resolution::external || each.resolution == Resolution::not_looked_up ||
                  each.use == Use::link || each.use == Use::form || each.use == Use::icon)
                continue;
              report.judged();
              if (each.rooted) found.add(place_of(page, each.line, each.column), each.value);
            }
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
