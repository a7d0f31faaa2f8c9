#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Weight without use, and it tells about the author's machine. (acs-package/PKG-13)
extern const RuleInfo system_residue;
const RuleInfo system_residue = {
    .id = "acs-package.system-residue",
    .requirements = "PKG-13",
    .needs = "entries",
    .message = "Files of the operating system are in the package: {names} ({count} in all).",
    .fix = "Delete them, or zip with a tool that leaves them out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const std::string_view name = entry(package, i).name;
            report.judged();
            if (is_system_residue(name)) found.add(Place::of_file(name), name);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
