#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The resource starts with this file: without it the learner gets a 404 page. (imscp/R-051)
extern const RuleInfo missing_launch_file;
const RuleInfo missing_launch_file = {
    .id = "imscp.missing-launch-file",
    .requirements = "R-051",
    .needs = "manifest",
    .message = "The start file \"{href}\" of resource \"{resource}\" is not in the package.",
    .fix =
        "Add the file \"{target}\" to the package, or correct the href.{near, select, none {} other { Most alike: "
        "{near}.}}",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          std::uint32_t found = 0;
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::not_looked_up || reference.resolution == Resolution::external)
              continue;
            if (!(reference.attribute == "href" && local_name(reference.node) == "resource")) continue;
            report.judged();
            if (reference.resolution != Resolution::missing) continue;
            const std::string_view near =
                ++found <= 50 ? nearest_entry(package, reference.target) : std::string_view();  // people read no more
            report.report(reference.node, {{"href", reference.href},
                                           {"target", reference.target},
                                           {"near", near.empty() ? std::string_view("none") : near},
                                           {"resource", resources(package)[reference.resource].identifier}});
          }
        },
};
}  // namespace assay::rules::imscp
