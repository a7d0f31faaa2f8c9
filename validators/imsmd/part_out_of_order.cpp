#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// The schema takes any order; readers that follow the standard do not. (imsmd/R-031)
extern const RuleInfo part_out_of_order;
const RuleInfo part_out_of_order = {
    .id = "imsmd.part-out-of-order",
    .requirements = "R-031",
    .needs = "manifest metadata",
    .message = "<{element}> stands behind <{before}> inside <{parent}>.",
    .fix = "Put <{element}> before <{before}>.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_parts(package, report, PartFault::out_of_order); },
};
}  // namespace assay::rules::imsmd
