#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// What was looked at must be what is unpacked. (safe-package/R-121)
extern const RuleInfo contradicting_header;
const RuleInfo contradicting_header = {
    .id = "safe-package.contradicting-header",
    .requirements = "R-121",
    .needs = "entries",
    .message =
        "For \"{name}\", the table of contents says \"{table}\" ({field}), the header in front of its bytes "
        "\"{header}\".",
    .fix = "Zip the course again into a new file with another tool.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::contradicting_header); },
};
}  // namespace assay::rules::safe_package
