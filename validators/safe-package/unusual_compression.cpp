#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Learning systems unpack stored and deflated entries; other methods fail there. (safe-package/R-005)
extern const RuleInfo unusual_compression;
const RuleInfo unusual_compression = {
    .id = "safe-package.unusual-compression",
    .requirements = "R-005",
    .needs = "entries",
    .message = "The entry \"{name}\" is packed with a method that learning systems cannot unpack.",
    .fix = "Zip the course again with the usual method (deflate).",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            report.judged();
            if (file.method != 0 && file.method != 8) report.report(Place::of_file(file.name), {{"name", file.name}});
          }
        },
};
}  // namespace assay::rules::safe_package
