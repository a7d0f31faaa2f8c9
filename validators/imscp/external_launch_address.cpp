#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The course works only while that server answers and lets itself be shown in a frame. (imscp/R-062)
extern const RuleInfo external_launch_address;
const RuleInfo external_launch_address = {
    .id = "imscp.external-launch-address",
    .requirements = "R-062",
    .needs = "manifest",
    .message = "Resource \"{resource}\" starts outside the package: {href}",
    .fix = "Put the page into the package if learners are to use it offline or for years.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Resource& resource : resources(package)) {
            if (resource.href == none) continue;
            report.judged();
            const Reference& reference = references(package)[resource.href];
            if (reference.resolution != Resolution::external) continue;
            // A relative address is outside because of the nearest xml:base with a scheme: that is what to look at.
            std::string_view shown = trimmed(reference.href);
            const bool relative = shown.find(':') >= shown.find_first_of("/?#") && !shown.starts_with("//");
            for (Node at = resource.node; relative && at; at = parent(at)) {
              const std::string_view base = trimmed(value(attribute(at, "xml:base")));
              if (base.find(':') == std::string_view::npos) continue;
              shown = base;
              break;
            }
            // On the author's computer is not outside: that has a rule of its own.
            const auto is = [&](std::size_t i, char lower) { return (shown[i] | 0x20) == lower; };
            if (shown.size() > 4 && is(0, 'f') && is(1, 'i') && is(2, 'l') && is(3, 'e') && shown[4] == ':') continue;
            report.report(resource.node, {{"resource", resource.identifier}, {"href", shown}});
          }
        },
};
}  // namespace assay::rules::imscp
