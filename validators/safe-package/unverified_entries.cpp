#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// What was not looked at is said. (safe-package/R-132)
extern const RuleInfo unverified_entries;
const RuleInfo unverified_entries = {
    .id = "safe-package.unverified-entries",
    .requirements = "R-132",
    .needs = "entries",
    .message =
        "{count, plural, one {# entry ({bytes, size}) was not unpacked to see whether it is whole} other {# entries "
        "({bytes, size}) were not unpacked to see whether they are whole}}.",
    .fix = "Nothing has to be done. To look at them too: --limit verify-bytes=N.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::unverified_entries); },
};
}  // namespace assay::rules::safe_package
