#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Teachers do not know what they may do with the resource. (imsmd/R-050)
extern const RuleInfo restrictions_not_described;
const RuleInfo restrictions_not_described = {
    .id = "imsmd.restrictions-not-described",
    .requirements = "R-050",
    .needs = "manifest metadata",
    .message = "The record says that there are restrictions, but not which.",
    .fix = "Name the licence or the conditions in <rights>/<description>.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "imsmd:rights", [&](Node rights) {
            const Term term = term_of(child(rights, "imsmd:copyrightandotherrestrictions"));
            if (term.value_text != "yes") return;
            report.judged();
            if (!child(rights, "imsmd:description")) report.report(term.node);
          });
        },
};
}  // namespace assay::rules::imsmd
