#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// A length that is believed is how readers run over their memory. (safe-package/R-129)
extern const RuleInfo broken_extra_field;
const RuleInfo broken_extra_field = {
    .id = "safe-package.broken-extra-field",
    .requirements = "R-129",
    .needs = "entries",
    .message = "The header of \"{name}\" claims a longer additional field than it has.",
    .fix = "Zip the course again with another tool.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::broken_extra_field); },
};
}  // namespace assay::rules::safe_package
