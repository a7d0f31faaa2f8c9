#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// A link in an archive can point at any file of the server that unpacks it. (safe-package/R-003)
extern const RuleInfo link_or_special_file;
const RuleInfo link_or_special_file = {
    .id = "safe-package.link-or-special-file",
    .requirements = "R-003",
    .needs = "entries",
    .message = "The entry \"{name}\" is a link or a special file, not a plain file.",
    .fix = "Replace it by the file itself.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            report.judged();
            const std::uint32_t kind = file.host == 3 ? file.external_attributes >> 16 & 0xF000u : 0;
            if (kind != 0 && kind != 0x8000 && kind != 0x4000)
              report.report(Place::of_file(file.name), {{"name", file.name}});
          }
        },
};
}  // namespace assay::rules::safe_package
