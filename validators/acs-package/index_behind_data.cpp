#include <assay/media.hpp>
#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A browser looks for the index first; over a slow line it waits for the whole file. (acs-package/PORT-07)
extern const RuleInfo index_behind_data;
const RuleInfo index_behind_data = {
    .id = "acs-package.index-behind-data",
    .requirements = "PORT-07",
    .needs = "content",
    .message =
        "{count, plural, one {An MP4 file has its index behind its data: {names}.} other {MP4 files have their index "
        "behind their data: {names} (# in all).}}",
    .fix = "Save them again with \"fast start\": the index then stands in front.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Recording& each : recordings(package)) {
            if (each.index == Recording::Index::unknown || each.container != "mp4") continue;
            report.judged();
            if (each.index == Recording::Index::behind) found.add(Place::of_file(each.file), each.file);
          }
          found.report(report);
          if (recordings_incomplete(package)) report.blocked();
        },
};
}  // namespace assay::rules::acs_package
