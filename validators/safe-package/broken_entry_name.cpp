#include <assay/entry_names.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// What is no UTF-8 has another name on every system, or none. (safe-package/R-102)
extern const RuleInfo broken_entry_name;
const RuleInfo broken_entry_name = {
    .id = "safe-package.broken-entry-name",
    .requirements = "R-102",
    .needs = "entries",
    .message =
        "{count, plural, one {A name is said to be UTF-8 and is not: \"{name}\".} other {Names are said to be UTF-8 "
        "and are not: \"{name}\" (# in all).}}",
    .fix = "Zip the course again with a current tool.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_name_trick_once(package, report, NameTrick::broken); },
};
}  // namespace assay::rules::safe_package
