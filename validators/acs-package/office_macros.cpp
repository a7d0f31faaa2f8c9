#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Macros are the commonest carrier of malware. (acs-package/SAFE-02)
extern const RuleInfo office_macros;
const RuleInfo office_macros = {
    .id = "acs-package.office-macros",
    .requirements = "SAFE-02",
    .needs = "entries",
    .message = "Office files with macros are in the package: {names}.",
    .fix = "Save them without macros (.docx, .pptx, .xlsx).",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const MediaFile& file : media_files(package)) {
            if (file.kind != MediaFile::Kind::archive) continue;
            report.judged();
            if (file.macros) found.add(Place::of_file(file.file), file.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
