#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A blank page in the middle of the course. (acs-package/MAN-05)
extern const RuleInfo missing_files;
const RuleInfo missing_files = {
    .id = "acs-package.missing-files",
    .requirements = "MAN-05",
    .needs = "manifest",
    .message =
        "{count, plural, one {A file that the manifest names is not in the package: {names}.} other {Files that the "
        "manifest names are not in the package: {names} (# in all).}}",
    .fix = "Add the files, or correct the references.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::external || reference.resolution == Resolution::not_looked_up ||
                reference.resolution == Resolution::empty || belongs_to_exporter(reference.href) ||
                is_launched(package, reference.href))
              continue;
            report.judged();
            if (is_absent(reference.resolution)) found.add(reference.node, reference.href);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
