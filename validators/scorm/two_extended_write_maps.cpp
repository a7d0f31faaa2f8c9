#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::scorm {
// The last one wins, and nobody knows which is the last. (scorm/R-317)
extern const RuleInfo two_extended_write_maps;
const RuleInfo two_extended_write_maps = {
    .id = "scorm.two-extended-write-maps",
    .requirements = "R-317",
    .needs = "manifest",
    .message = "Two extended maps of \"{item}\" to the global objective \"{target}\" both say {attribute}.",
    .fix = "Keep {attribute}=\"true\" in one of them.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_two_writers(package, report, Part::extended); },
};
}  // namespace assay::rules::scorm
