#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Is it a folder or a file? Readers disagree. (safe-package/R-134)
extern const RuleInfo folder_with_content;
const RuleInfo folder_with_content = {
    .id = "safe-package.folder-with-content",
    .requirements = "R-134",
    .needs = "entries",
    .message = "The folder \"{name}\" has {bytes, plural, one {# byte} other {# bytes}} of content.",
    .fix = "Zip the course again with another tool.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::folder_with_content); },
};
}  // namespace assay::rules::safe_package
