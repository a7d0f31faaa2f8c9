#include <assay/rule.hpp>

namespace assay::rules::scorm {
// A resource package: right for a repository, but course players have nothing to show. (scorm/R-132)
extern const RuleInfo package_without_organization;
const RuleInfo package_without_organization = {
    .id = "scorm.package-without-organization",
    .requirements = "R-132",
    .needs = "manifest",
    .message = "The manifest has no organization: this is a package of resources, not a course that learners can open.",
    .fix = "Add an organization with an item for each part of the course if it is meant for learners.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node list : nodes_named(*xml, "cp:organizations")) {
            report.judged();
            if (!child(list, "cp:organization")) report.report(list);
          }
        },
};
}  // namespace assay::rules::scorm
