#include <unordered_set>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A reference to it leads to one of the two. (acs-package/MAN-09)
extern const RuleInfo identifier_stands_twice;
const RuleInfo identifier_stands_twice = {
    .id = "acs-package.identifier-stands-twice",
    .requirements = "MAN-09",
    .needs = "manifest",
    .message =
        "{count, plural, one {An identifier stands more than once: {names}.} other {Identifiers stand more than once: "
        "{names} (# in all).}}",
    .fix = "Give each item and each resource an identifier of its own.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          std::unordered_set<std::string_view> seen;
          const auto look = [&](Node node, std::string_view identifier) {
            if (identifier.empty()) return;
            report.judged();
            if (!seen.insert(identifier).second) found.add(node, identifier);
          };
          for (const Organization& each : organizations(package)) look(each.node, each.identifier);
          for (const Item& each : items(package)) look(each.node, each.identifier);
          for (const Resource& each : resources(package))
            if (!each.nested) look(each.node, each.identifier);
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
