#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// What cannot be read cannot be imported. (acs-package/MAN-02)
extern const RuleInfo unreadable_manifest;
const RuleInfo unreadable_manifest = {
    .id = "acs-package.unreadable-manifest",
    .requirements = "MAN-02",
    .needs = "documents",
    .message = "The manifest cannot be read: {problem}",
    .fix = "{advice}",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "manifest"); ++i) {
            const DocumentView manifest = document(package, "manifest", i);
            report.judged();
            if (!manifest.well_formed)
              report.report(Place::at(manifest.file, manifest.line, manifest.column),
                            {{"problem", manifest.problem}, {"advice", manifest.advice}});
          }
        },
};
}  // namespace assay::rules::acs_package
