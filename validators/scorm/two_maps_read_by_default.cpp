#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::scorm {
// A map that says nothing reads. (scorm/R-306)
extern const RuleInfo two_maps_read_by_default;
const RuleInfo two_maps_read_by_default = {
    .id = "scorm.two-maps-read-by-default",
    .requirements = "R-306",
    .needs = "manifest",
    .message =
        "Two maps of the objective \"{objective}\" of \"{item}\" read the same, because one of them says nothing about "
        "{attribute}.",
    .fix = "Write {attribute}=\"false\" where only writing is meant.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_two_readers(package, report, Part::objectives, true); },
};
}  // namespace assay::rules::scorm
