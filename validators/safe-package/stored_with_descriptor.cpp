#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Without compression and without a size in front, a stream has no end to be found. (safe-package/R-133)
extern const RuleInfo stored_with_descriptor;
const RuleInfo stored_with_descriptor = {
    .id = "safe-package.stored-with-descriptor",
    .requirements = "R-133",
    .needs = "entries",
    .message =
        "{count, plural, one {# entry is stored with its size behind it} other {# entries are stored with their size "
        "behind them}}, for example \"{name}\".",
    .fix = "Zip the course again with compression, or with a tool that writes to a file instead of a stream.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container_once(package, report, ContainerDefect::stored_with_descriptor); },
};
}  // namespace assay::rules::safe_package
