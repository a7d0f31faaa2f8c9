#include <vector>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Without it many systems take no results. (acs-package/PORT-13)
extern const RuleInfo scorm_type_missing;
const RuleInfo scorm_type_missing = {
    .id = "acs-package.scorm-type-missing",
    .requirements = "PORT-13",
    .needs = "manifest",
    .message =
        "{count, plural, one {A launched resource does not say whether it is a sco or an asset: {names}.} other "
        "{Launched resources do not say whether they are a sco or an asset: {names} (# in all).}}",
    .fix = "Write adlcp:scormtype=\"sco\" (SCORM 1.2) or adlcp:scormType=\"sco\" (SCORM 2004) on the resource.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* document = manifest(package);
          if (!document || !uses_prefix(*document, "adlcp")) return;
          Tally found(package);
          std::vector<bool> launched(resources(package).size());
          for (const Item& item : items(package))
            if (item.resource != none) launched[item.resource] = true;
          for (std::size_t i = 0; i < launched.size(); ++i) {
            const Resource& resource = resources(package)[i];
            if (!launched[i] || resource.href == none) continue;
            report.judged();
            if (!same_word(trimmed(resource.scorm_type), "sco") && !same_word(trimmed(resource.scorm_type), "asset"))
              found.add(resource.node, resource.identifier);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
