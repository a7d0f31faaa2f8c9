#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// The last one wins, and nobody knows which is the last. (imsss/R-054)
extern const RuleInfo two_write_maps;
const RuleInfo two_write_maps = {
    .id = "imsss.two-write-maps",
    .requirements = "R-054",
    .needs = "manifest",
    .message = "Two maps of \"{item}\" to the global objective \"{target}\" both say {attribute}.",
    .fix = "Keep {attribute}=\"true\" in one of them.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_two_writers(package, report, Part::objectives); },
};
}  // namespace assay::rules::imsss
