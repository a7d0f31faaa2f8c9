#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// No LMS asks for a password; nothing inside can be read or judged. (safe-package/R-004)
extern const RuleInfo encrypted_entry;
const RuleInfo encrypted_entry = {
    .id = "safe-package.encrypted-entry",
    .requirements = "R-004",
    .needs = "entries",
    .message = "The entry \"{name}\" is encrypted.",
    .fix = "Zip the course again without a password.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            report.judged();
            if (file.flags & 1) report.report(Place::of_file(file.name), {{"name", file.name}});
          }
        },
};
}  // namespace assay::rules::safe_package
