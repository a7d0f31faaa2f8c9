#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Readers that count see less than readers that go on to the end. (safe-package/R-124)
extern const RuleInfo uncounted_entries;
const RuleInfo uncounted_entries = {
    .id = "safe-package.uncounted-entries",
    .requirements = "R-124",
    .needs = "entries",
    .message =
        "The zip says that it has {count, plural, one {# entry, but its table of contents goes on behind it} other {# "
        "entries, but its table of contents goes on behind them}}.",
    .fix = "Zip the course again with a tool of today; old ones cannot count beyond 65,535.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_container(package, report, ContainerDefect::uncounted_entries); },
};
}  // namespace assay::rules::safe_package
