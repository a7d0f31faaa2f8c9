#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A manifest that no parser can read hides everything else from the LMS and from the rules that need it.
// (imscp/R-003)
extern const RuleInfo manifest_not_well_formed;
const RuleInfo manifest_not_well_formed = {
    .id = "imscp.manifest-not-well-formed",
    .requirements = "R-003",
    .needs = "documents",
    .message = "The manifest cannot be read as XML: {problem}",
    .fix = "{advice}",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const DocumentView manifest_view = document(package, "manifest", 0);
          if (manifest_view.file.empty()) return;
          // A budget that was hit says nothing about the manifest; the verdict is "refused" already.
          if (manifest_view.problem_code.starts_with("limit-")) return report.blocked();
          report.judged();
          if (!manifest_view.well_formed)
            report.report(Place::at(manifest_view.file, manifest_view.line, manifest_view.column),
                          {{"problem", manifest_view.problem}, {"advice", manifest_view.advice}});
        },
};
}  // namespace assay::rules::imscp
