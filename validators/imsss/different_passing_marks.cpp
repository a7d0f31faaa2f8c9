#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Whichever activity comes last decides. (imsss/R-106)
extern const RuleInfo different_passing_marks;
const RuleInfo different_passing_marks = {
    .id = "imsss.different-passing-marks",
    .requirements = "R-106",
    .needs = "manifest",
    .message =
        "\"{item}\" passes the global objective \"{target}\" from {mark} on, \"{other}\" from {other_mark} on; the "
        "same score can mean passed or failed.",
    .fix = "Give both the same minNormalizedMeasure, or let them write different global objectives.",
    .confidence = 0.7,
    .check = [](const Package& package, const Params&, Reporter& report) { report_different_marks(package, report); },
};
}  // namespace assay::rules::imsss
