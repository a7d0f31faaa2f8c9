#include <vector>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// It works on the author's system only. (acs-package/MAN-11)
extern const RuleInfo reference_differs;
const RuleInfo reference_differs = {
    .id = "acs-package.reference-differs",
    .requirements = "MAN-11",
    .needs = "manifest",
    .message =
        "{count, plural, one {A reference differs from the name of the file that it means, in {why}: {names}.} other "
        "{References differ from the names of the files that they mean, in {why}: {names} (# in all).}}",
    .fix = "Write each reference exactly like the name of its file.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          std::vector<Aim> aims;
          for (const Reference& each : references(package))
            if (!is_launched(package, each.href)) aims.push_back({each.node, each.href, each.resolution});
          report_differing(package, report, aims);
        },
};
}  // namespace assay::rules::acs_package
