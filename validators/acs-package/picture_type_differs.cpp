#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Upload filters and some players do not cope. (acs-package/PKG-18)
extern const RuleInfo picture_type_differs;
const RuleInfo picture_type_differs = {
    .id = "acs-package.picture-type-differs",
    .requirements = "PKG-18",
    .needs = "entries",
    .message = "Pictures are not what their names say: {names} ({count} in all).",
    .fix = "Give them the ending of their real type.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const MediaFile& file : media_files(package)) {
            if (file.kind != MediaFile::Kind::picture || file.format.empty() || file.promised.empty()) continue;
            report.judged();
            if (file.format != file.promised) found.add(Place::of_file(file.file), file.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
