#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Readers take the first or the last and ignore the other. (imsmd/R-032)
extern const RuleInfo part_stands_twice;
const RuleInfo part_stands_twice = {
    .id = "imsmd.part-stands-twice",
    .requirements = "R-032",
    .needs = "manifest metadata",
    .message = "<{element}> stands more than once inside <{parent}>.",
    .fix = "Keep one of them.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_parts(package, report, PartFault::repeated); },
};
}  // namespace assay::rules::imsmd
