#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Teachers do not know what they may do with the resource. (lom/R-045)
extern const RuleInfo restrictions_not_described;
const RuleInfo restrictions_not_described = {
    .id = "lom.restrictions-not-described",
    .requirements = "R-045",
    .needs = "manifest metadata",
    .message = "The record says that there are restrictions, but not which.",
    .fix = "Name the licence or the conditions in <rights>/<description>.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:rights", [&](Node rights) {
            const Term term = term_of(child(rights, "lom:copyrightAndOtherRestrictions"));
            if (term.value_text != "yes") return;
            report.judged();
            if (!child(rights, "lom:description")) report.report(term.node);
          });
        },
};
}  // namespace assay::rules::lom
