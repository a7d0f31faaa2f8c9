#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// A table that leads nowhere: the file was cut, or made to confuse. (safe-package/R-126)
extern const RuleInfo entry_outside_file;
const RuleInfo entry_outside_file = {
    .id = "safe-package.entry-outside-file",
    .requirements = "R-126",
    .needs = "entries",
    .message = "The bytes of \"{name}\" are not in the zip: they would begin or end outside of it.",
    .fix = "Download or export the package again and compare the file sizes.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::entry_outside_file); },
};
}  // namespace assay::rules::safe_package
