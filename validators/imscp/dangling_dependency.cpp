#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Files that only the missing resource lists may not be delivered to the learner. (imscp/R-041)
extern const RuleInfo dangling_dependency;
const RuleInfo dangling_dependency = {
    .id = "imscp.dangling-dependency",
    .requirements = "R-041",
    .needs = "manifest",
    .message = "Resource \"{resource}\" depends on \"{identifierref}\", which does not exist.",
    .fix = "Name an existing resource ({known}), or remove the dependency.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Dependency& dependency : dependencies(package)) {
            report.judged();
            if (dependency.to == none)
              report.report(dependency.node, {{"resource", resources(package)[dependency.from].identifier},
                                              {"identifierref", dependency.identifierref},
                                              {"known", nearest_resources(package, dependency.identifierref)}});
          }
        },
};
}  // namespace assay::rules::imscp
