#include <assay/entry_names.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Readers that undo percent signs, or fold wide letters to plain ones, unpack such an entry outside of its folder.
// (safe-package/R-100)
extern const RuleInfo disguised_path_traversal;
const RuleInfo disguised_path_traversal = {
    .id = "safe-package.disguised-path-traversal",
    .requirements = "R-100",
    .needs = "entries",
    .message = "A reader that decodes the entry name \"{name}\" gets \"{meant}\", which climbs out of its folder.",
    .fix = "Zip the course again from inside its own folder.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_name_trick(package, report, NameTrick::climbs); },
};
}  // namespace assay::rules::safe_package
