#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A photograph of pupils tells where they are. (acs-package/SAFE-07)
extern const RuleInfo place_in_picture;
const RuleInfo place_in_picture = {
    .id = "acs-package.place-in-picture",
    .requirements = "SAFE-07",
    .needs = "pages",
    .message =
        "{count, plural, one {A picture tells where it was taken: {names}.} other {Pictures tell where they were "
        "taken: {names} (# in all).}}",
    .fix = "Remove the location from the pictures; most picture programs do so on export.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const MediaFile& file : media_files(package)) {
            if (file.format != "jpeg") continue;
            report.judged();
            if (file.located) found.add(Place::of_file(file.file), file.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
