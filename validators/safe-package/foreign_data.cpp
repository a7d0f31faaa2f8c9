#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Programs and second files are hidden in such places. (safe-package/R-128)
extern const RuleInfo foreign_data;
const RuleInfo foreign_data = {
    .id = "safe-package.foreign-data",
    .requirements = "R-128",
    .needs = "entries",
    .message = "{bytes, plural, one {# byte of the zip belongs} other {# bytes of the zip belong}} to no entry.",
    .fix = "Zip the course again into a new file; put nothing in front of it and nothing behind.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::foreign_data); },
};
}  // namespace assay::rules::safe_package
