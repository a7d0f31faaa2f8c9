#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// A value without its source means nothing. (lom/R-023)
extern const RuleInfo incomplete_vocabulary_term;
const RuleInfo incomplete_vocabulary_term = {
    .id = "lom.incomplete-vocabulary-term",
    .requirements = "R-023",
    .needs = "manifest metadata",
    .message = "<{element}> has no {missing}.",
    .fix = "Write source (LOMv1.0, or the name of your vocabulary) and value.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_term(package, "lom", [&](const Term& term) {
            report.judged();
            if (!term.source || !term.value)
              report.report(term.node,
                            {{"element", written_name(term.node)}, {"missing", term.source ? "value" : "source"}});
          });
        },
};
}  // namespace assay::rules::lom
