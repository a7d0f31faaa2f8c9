#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// One stream that many entries claim is how a small zip fills every disk. (safe-package/R-120)
extern const RuleInfo overlapping_entries;
const RuleInfo overlapping_entries = {
    .id = "safe-package.overlapping-entries",
    .requirements = "R-120",
    .needs = "entries",
    .message = "The bytes of \"{name}\" overlap those of another entry or of the table of contents.",
    .fix = "Zip the course again into a new file. Do not unpack this one: zips of this kind are made to fill disks.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::overlapping_entries); },
};
}  // namespace assay::rules::safe_package
