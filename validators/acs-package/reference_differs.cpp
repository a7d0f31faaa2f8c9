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
          struct Way {
            Resolution resolution;
            std::string_view reason;
          };
          for (const Way& way :
               {Way{Resolution::case_only, "letter case"}, Way{Resolution::backslash, "the direction of the slash"},
                Way{Resolution::normalization, "the Unicode form of letters"},
                Way{Resolution::percent, "percent-encoding"}}) {
            Tally found(package);
            for (const Reference& reference : references(package)) {
              if (is_launched(package, reference.href)) continue;
              if (reference.resolution == Resolution::found) report.judged();
              if (reference.resolution == way.resolution) found.add(reference.node, reference.href);
            }
            found.report(report, {}, {{"why", way.reason}});
          }
        },
};
}  // namespace assay::rules::acs_package
