#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// It is nearly always an older copy that was zipped along. (acs-package/PKG-16)
extern const RuleInfo package_inside_package;
const RuleInfo package_inside_package = {
    .id = "acs-package.package-inside-package",
    .requirements = "PKG-16",
    .needs = "pages",
    .message = "Other course packages are inside this one: {names}.",
    .fix = "Remove them; they are usually older copies of the course.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const MediaFile& file : media_files(package)) {
            if (file.kind != MediaFile::Kind::archive) continue;
            report.judged();
            if (file.course) found.add(Place::of_file(file.file), file.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
