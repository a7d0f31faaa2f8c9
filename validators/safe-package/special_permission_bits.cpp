#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Unpacked by a careless reader, such a file runs with the rights of its owner whoever starts it. (safe-package/R-112)
extern const RuleInfo special_permission_bits;
const RuleInfo special_permission_bits = {
    .id = "safe-package.special-permission-bits",
    .requirements = "R-112",
    .needs = "entries",
    .message = "The entry \"{name}\" asks to run with the rights of its owner or group (setuid, setgid).",
    .fix = "Take these bits away (chmod ug-s) and zip the course again.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            report.judged();
            // On folders the bit of the group is usual: it only hands the group on to new files.
            const std::uint32_t special = file.directory ? 04000 : 06000;
            if (file.host == 3 && file.external_attributes >> 16 & special)
              report.report(Place::of_file(file.name), {{"name", file.name}});
          }
        },
};
}  // namespace assay::rules::safe_package
