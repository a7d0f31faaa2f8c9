#include <assay/pages.hpp>

namespace assay::rules::acs_package {
namespace {

// Another rule speaks of the author's machine.
bool own(std::string_view host) { return host.empty() || host == "localhost" || host == "127.0.0.1"; }

}  // namespace

// Offline the page looks different from what was meant. (acs-package/PORT-15)
extern const RuleInfo look_from_elsewhere;
const RuleInfo look_from_elsewhere = {
    .id = "acs-package.look-from-elsewhere",
    .requirements = "PORT-15",
    .needs = "entries",
    .message =
        "Fonts, pictures or styles come from other hosts: {names} ({count} places). Without them the course looks "
        "different.",
    .fix = "Put the files into the package.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (!page.read || (page.vendor && !page.launch)) continue;
            for (const PageReference& each : page.references) {
              if (!(each.use == Use::font || each.use == Use::image || each.use == Use::style)) continue;
              report.judged();
              if (each.resolution == Resolution::external && !own(each.host))
                found.add(place_of(page, each.line, each.column), each.host);
            }
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
