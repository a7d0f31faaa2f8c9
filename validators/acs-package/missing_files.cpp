#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A blank page in the middle of the course. (acs-package/MAN-05)
extern const RuleInfo missing_files;
const RuleInfo missing_files = {
    .id = "acs-package.missing-files",
    .requirements = "MAN-05",
    .needs = "manifest",
    .message = "Files that the manifest names are not in the package: {names} ({count} in all).",
    .fix = "Add the files, or correct the references.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          // Addresses of the learning system that exported the package, and marks that it fills in.
          const auto belongs_to_system = [&](std::string_view href) -> bool {
            return href.starts_with('/') || href.find('{') != href.npos || href.find("$IMS") != href.npos ||
                   href.find("%24IMS") != href.npos;
          };
          Tally found(package);
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::external || reference.resolution == Resolution::not_looked_up ||
                reference.resolution == Resolution::empty)
              continue;
            if (belongs_to_system(reference.href)) continue;
            report.judged();
            if (reference.resolution == Resolution::missing || reference.resolution == Resolution::escapes ||
                reference.resolution == Resolution::malformed_escape)
              found.add(reference.node, reference.href);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
