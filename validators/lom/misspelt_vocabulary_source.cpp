#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers find the vocabulary by its name. (lom/R-020)
extern const RuleInfo misspelt_vocabulary_source;
const RuleInfo misspelt_vocabulary_source = {
    .id = "lom.misspelt-vocabulary-source",
    .requirements = "R-020",
    .needs = "manifest metadata",
    .message = "The source of the vocabulary of <{element}> reads \"{value}\".",
    .fix = "Write LOMv1.0.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_term(package, "lom", [&](const Term& term) {
            if (term.source_text.empty()) return;
            report.judged();
            if (is_misspelt_lom(term.source_text))
              report.report(term.source, {{"element", written_name(term.node)}, {"value", term.source_text}});
          });
        },
};
}  // namespace assay::rules::lom
