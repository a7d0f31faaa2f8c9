#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// An empty taxon says nothing. (lom/R-043)
extern const RuleInfo empty_taxon;
const RuleInfo empty_taxon = {
    .id = "lom.empty-taxon",
    .requirements = "R-043",
    .needs = "manifest metadata",
    .message = "A taxon has neither id nor entry.",
    .fix = "Write id (the number in the classification), entry (its name), or both.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:taxon", [&](Node taxon) {
            report.judged();
            if (!child(taxon, "lom:id") && !child(taxon, "lom:entry")) report.report(taxon);
          });
        },
};
}  // namespace assay::rules::lom
