#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// No picture, film or text of a course shrinks like this; only zeros do. (safe-package/R-131)
extern const RuleInfo compression_bomb;
const RuleInfo compression_bomb = {
    .id = "safe-package.compression-bomb",
    .requirements = "R-131",
    .needs = "entries",
    .message = "{packed, size} unpack to more than {bytes, size}: the limit inflate-ratio is {ratio}.",
    .fix = "Leave the file out. If a file of the course is really like this: --limit inflate-ratio=N.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::compression_bomb); },
};
}  // namespace assay::rules::safe_package
