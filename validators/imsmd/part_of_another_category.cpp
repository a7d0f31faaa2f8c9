#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Readers look for it in its own category only. (imsmd/R-033)
extern const RuleInfo part_of_another_category;
const RuleInfo part_of_another_category = {
    .id = "imsmd.part-of-another-category",
    .requirements = "R-033",
    .needs = "manifest metadata",
    .message = "<{element}> does not belong into <{parent}>.",
    .fix = "Move it to the category it belongs to.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_parts(package, report, PartFault::elsewhere); },
};
}  // namespace assay::rules::imsmd
