#include <vector>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// The course opens on the author's system only. (acs-package/MAN-10)
extern const RuleInfo launch_reference_differs;
const RuleInfo launch_reference_differs = {
    .id = "acs-package.launch-reference-differs",
    .requirements = "MAN-10",
    .needs = "manifest",
    .message =
        "{count, plural, one {A reference differs from the name of the file that it means, in {why}: {names}.} other "
        "{References differ from the names of the files that they mean, in {why}: {names} (# in all).}}",
    .fix = "Write each reference exactly like the name of its file.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          std::vector<Aim> aims;
          for (const Launch& launch : launches(package))
            aims.push_back({launch.place, launch.value, launch.resolution});
          report_differing(package, report, aims);
        },
};
}  // namespace assay::rules::acs_package
