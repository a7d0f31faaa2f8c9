#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Two zips in one file are two packages, depending on who reads. (safe-package/R-123)
extern const RuleInfo second_table_of_contents;
const RuleInfo second_table_of_contents = {
    .id = "safe-package.second-table-of-contents",
    .requirements = "R-123",
    .needs = "entries",
    .message = "Two tables of contents can be found in this zip: two readers see two different packages.",
    .fix = "Zip the course again into a new file.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::second_directory); },
};
}  // namespace assay::rules::safe_package
