#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Where the first bytes and the declaration name two encodings, two readers read two texts. (safe-package/R-241)
extern const RuleInfo contradictory_encoding;
const RuleInfo contradictory_encoding = {
    .id = "safe-package.contradictory-encoding",
    .requirements = "R-241",
    .needs = "documents",
    .message = "The document is written in {encoding}, but declares {declared}.",
    .fix = "Save it as UTF-8 and write encoding=\"UTF-8\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "documents"); ++i) {
            const DocumentView view = document(package, "documents", i);
            report.judged();
            if (!view.encoding.empty())
              report.report(Place::of_file(view.file),
                            {{"encoding", view.encoding}, {"declared", view.declared_encoding.substr(0, 60)}});
          }
        },
};
}  // namespace assay::rules::safe_package
