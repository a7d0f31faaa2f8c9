#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Which of two values is believed depends on the reader. (safe-package/R-125)
extern const RuleInfo zip64_contradiction;
const RuleInfo zip64_contradiction = {
    .id = "safe-package.zip64-contradiction",
    .requirements = "R-125",
    .needs = "entries",
    .message = "The 64-bit sizes or offsets in the zip contradict its other records, or are incomplete.",
    .fix = "Zip the course again into a new file with another tool.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::zip64_contradiction); },
};
}  // namespace assay::rules::safe_package
