#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// An empty taxon says nothing. (imsmd/R-046)
extern const RuleInfo empty_taxon;
const RuleInfo empty_taxon = {
    .id = "imsmd.empty-taxon",
    .requirements = "R-046",
    .needs = "manifest metadata",
    .message = "A taxon has neither id nor entry.",
    .fix = "Write id (the number in the classification), entry (its name), or both.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "imsmd:taxon", [&](Node taxon) {
            report.judged();
            if (!child(taxon, "imsmd:id") && !child(taxon, "imsmd:entry")) report.report(taxon);
          });
        },
};
}  // namespace assay::rules::imsmd
