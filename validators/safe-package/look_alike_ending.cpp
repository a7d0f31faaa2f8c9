#include <assay/entry_names.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Lists of allowed endings let it through, and Windows folds wide letters back to plain ones when it writes the file.
// (safe-package/R-111)
extern const RuleInfo look_alike_ending;
const RuleInfo look_alike_ending = {
    .id = "safe-package.look-alike-ending",
    .requirements = "R-111",
    .needs = "entries",
    .message = "The ending of \"{name}\" only looks like \"{meant}\": it has letters of another script or width.",
    .fix = "Rename the file with plain letters, or remove it.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_name_trick(package, report, NameTrick::ending); },
};
}  // namespace assay::rules::safe_package
