#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::scorm {
// Which of the two values counts is left to chance. (scorm/R-305)
extern const RuleInfo two_read_maps;
const RuleInfo two_read_maps = {
    .id = "scorm.two-read-maps",
    .requirements = "R-305",
    .needs = "manifest",
    .message = "Two maps of the objective \"{objective}\" of \"{item}\" both say {attribute}.",
    .fix = "Write {attribute}=\"false\" in one of them, or give each an objective of its own.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_two_readers(package, report, Part::objectives, false); },
};
}  // namespace assay::rules::scorm
