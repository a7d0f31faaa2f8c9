#include <assay/pages.hpp>

namespace assay::rules::acs_package {
namespace {

// Another rule speaks of the author's machine.
bool own(std::string_view host) { return host.empty() || host == "localhost" || host == "127.0.0.1"; }

}  // namespace

// Offline, or behind a filter, that part is missing. (acs-package/PORT-14)
extern const RuleInfo part_from_elsewhere;
const RuleInfo part_from_elsewhere = {
    .id = "acs-package.part-from-elsewhere",
    .requirements = "PORT-14",
    .needs = "entries",
    .message =
        "Scripts, frames or films come from other hosts: {names} ({count} places). Without them the course does not "
        "work.",
    .fix = "Put the files into the package; say so in the description when the course needs the network.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (!page.read || (page.vendor && !page.launch)) continue;
            for (const PageReference& each : page.references) {
              if (!(each.use == Use::script || each.use == Use::frame || each.use == Use::media ||
                    each.use == Use::object))
                continue;
              report.judged();
              if (each.resolution == Resolution::external && !own(each.host))
                found.add(place_of(page, each.line, each.column), each.host);
            }
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
