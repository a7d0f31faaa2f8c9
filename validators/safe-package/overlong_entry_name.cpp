#include <assay/entry_names.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Longer bytes than a letter needs hide a dot or a slash from whoever looks for them. (safe-package/R-101)
extern const RuleInfo overlong_entry_name;
const RuleInfo overlong_entry_name = {
    .id = "safe-package.overlong-entry-name",
    .requirements = "R-101",
    .needs = "entries",
    .message = "The bytes of the entry name \"{name}\" are a forbidden form of UTF-8 that hides letters.",
    .fix = "Zip the course again with a current tool; take the package from nobody you do not know.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_name_trick(package, report, NameTrick::overlong); },
};
}  // namespace assay::rules::safe_package
