#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Strict: every reader knows every value. (lom/R-021)
extern const RuleInfo foreign_vocabulary;
const RuleInfo foreign_vocabulary = {
    .id = "lom.foreign-vocabulary",
    .requirements = "R-021",
    .needs = "manifest metadata",
    .message = "The value of <{element}> is from the vocabulary \"{value}\".",
    .fix =
        "Write a value of LOMv1.0 with that source, or judge the record as lom-1.0, where vocabularies of one's own "
        "may stand.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_term(package, "lom", [&](const Term& term) {
            if (!term.source || is_misspelt_lom(term.source_text)) return;
            report.judged();
            if (term.source_text != "LOMv1.0")
              report.report(term.source, {{"element", written_name(term.node)}, {"value", term.source_text}});
          });
        },
};
}  // namespace assay::rules::lom
