#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Readers of streams unpack what the table does not show. (safe-package/R-127)
extern const RuleInfo unlisted_entry;
const RuleInfo unlisted_entry = {
    .id = "safe-package.unlisted-entry",
    .requirements = "R-127",
    .needs = "entries",
    .message = "The zip holds \"{hidden}\", which its table of contents does not list.",
    .fix = "Zip the course again into a new file instead of changing an old one.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::unlisted_entry); },
};
}  // namespace assay::rules::safe_package
