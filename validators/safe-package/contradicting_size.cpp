#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Readers of streams know nothing but the header in front of the bytes. (safe-package/R-122)
extern const RuleInfo contradicting_size;
const RuleInfo contradicting_size = {
    .id = "safe-package.contradicting-size",
    .requirements = "R-122",
    .needs = "entries",
    .message = "For \"{name}\", the table of contents says {table} ({field}), the records at its bytes {header}.",
    .fix = "Zip the course again into a new file with another tool.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::contradicting_size); },
};
}  // namespace assay::rules::safe_package
