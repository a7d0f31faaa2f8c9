#include <assay/pages.hpp>
#include <assay/record.hpp>

namespace assay::rules::acs_package {
// Nobody else has that machine. (acs-package/PAGE-06)
extern const RuleInfo address_of_author;
const RuleInfo address_of_author = {
    .id = "acs-package.address-of-author",
    .requirements = "PAGE-06",
    .needs = "pages",
    .message =
        "{count, plural, one {An address leads to the machine of the author: {names}.} other {Addresses lead to the "
        "machine of the author: {names} (# in all).}}",
    .fix = "Put the file into the package and refer to it relative to the page.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto own_machine = [&](std::string_view address) -> bool {
            for (const std::string_view start :
                 {"http://localhost", "https://localhost", "http://127.0.0.1", "https://127.0.0.1"})
              if (address.size() >= start.size() && same_word(address.substr(0, start.size()), start)) return true;
            if (is_local_address(address)) return true;
            return holds_word(address, "/users/") && holds_word(address, "appdata") ? true
                                                                                    : address.starts_with("/home/");
          };
          Tally found(package);
          for (const Launch& launch : launches(package)) {
            report.judged();
            if (launch.resolution == Resolution::local || own_machine(launch.value))
              found.add(launch.place, launch.value);
          }
          for (const Reference& reference : references(package)) {
            report.judged();
            if (reference.resolution == Resolution::local || own_machine(reference.href))
              found.add(reference.node, reference.href);
          }
          for (const Page& page : pages(package)) {
            if (page.vendor) continue;
            for (const PageReference& each : page.references) {
              if (each.use == Use::link || each.use == Use::form) continue;
              report.judged();
              if (own_machine(each.value)) found.add(place_of(page, each.line, each.column), each.value);
            }
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
