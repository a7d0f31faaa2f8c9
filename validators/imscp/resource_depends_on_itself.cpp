#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A program that follows dependencies without care never comes back. (imscp/R-042)
extern const RuleInfo resource_depends_on_itself;
const RuleInfo resource_depends_on_itself = {
    .id = "imscp.resource-depends-on-itself",
    .requirements = "R-042",
    .needs = "manifest",
    .message = "Resource \"{resource}\" depends on itself.",
    .fix = "Remove the dependency.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Dependency& dependency : dependencies(package)) {
            report.judged();
            if (dependency.to == dependency.from)
              report.report(dependency.node, {{"resource", resources(package)[dependency.from].identifier}});
          }
        },
};
}  // namespace assay::rules::imscp
