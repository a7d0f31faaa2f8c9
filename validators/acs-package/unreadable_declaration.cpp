#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A declaration that cannot be read declares nothing. (acs-package/CORE-01)
extern const RuleInfo unreadable_declaration;
const RuleInfo unreadable_declaration = {
    .id = "acs-package.unreadable-declaration",
    .requirements = "CORE-01",
    .needs = "documents",
    .message = "acs-profile.json cannot be read: {problem}",
    .fix = "{advice}",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "declaration"); ++i) {
            const DocumentView file = document(package, "declaration", i);
            report.judged();
            if (!file.well_formed)
              report.report(Place::at(file.file, file.line, file.column),
                            {{"problem", file.problem}, {"advice", file.advice}});
          }
        },
};
}  // namespace assay::rules::acs_package
