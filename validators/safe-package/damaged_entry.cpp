#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Sizes and checksums are there to be compared. (safe-package/R-130)
extern const RuleInfo damaged_entry;
const RuleInfo damaged_entry = {
    .id = "safe-package.damaged-entry",
    .requirements = "R-130",
    .needs = "entries",
    .message = "\"{name}\" is damaged: it does not unpack to what is declared ({declared} bytes).",
    .fix = "Zip the course again from the original files, and compare the sizes after each copy.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::damaged_entry); },
};
}  // namespace assay::rules::safe_package
