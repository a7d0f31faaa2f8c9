#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// A document that is nested a million levels deep, or holds ten million elements, is no course: it is made to exhaust
// whoever reads it. Reading stops at the limits, and what was found so far is kept. (safe-package/R-240)
extern const RuleInfo limit_reached;
const RuleInfo limit_reached = {
    .id = "safe-package.limit-reached",
    .requirements = "R-240",
    .needs = "documents",
    .message = "Reading the document stopped here. {problem}",
    .fix = "Make the document smaller, or raise the limit with --limit {limit}=N if this is intended.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "documents"); ++i) {
            const DocumentView view = document(package, "documents", i);
            report.judged();
            if (!view.problem_code.starts_with("limit-")) continue;
            report.report_cause(view.problem_code.substr(6), Place::at(view.file, view.line, view.column),
                                {{"limit", view.problem_code.substr(6)}, {"problem", view.problem}});
          }
        },
};
}  // namespace assay::rules::safe_package
