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
          struct Way {
            Resolution resolution;
            std::string_view reason;
          };
          for (const Way& way :
               {Way{Resolution::case_only, "letter case"}, Way{Resolution::backslash, "the direction of the slash"},
                Way{Resolution::normalization, "the Unicode form of letters"},
                Way{Resolution::percent, "percent-encoding"}}) {
            Tally found(package);
            for (const Launch& launch : launches(package)) {
              if (launch.resolution == Resolution::found) report.judged();
              if (launch.resolution == way.resolution) found.add(launch.place, launch.value);
            }
            found.report(report, {}, {{"why", way.reason}});
          }
        },
};
}  // namespace assay::rules::acs_package
