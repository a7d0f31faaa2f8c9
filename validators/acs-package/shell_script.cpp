#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Upload filters stop at them. (acs-package/SAFE-12)
extern const RuleInfo shell_script;
const RuleInfo shell_script = {
    .id = "acs-package.shell-script",
    .requirements = "SAFE-12",
    .needs = "entries",
    .message = "Shell or batch scripts are in the package: {names} ({count} in all).",
    .fix = "Delete them; a course needs none.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            if (is_system_residue(file.name)) continue;
            report.judged();
            for (const std::string_view ending : {".sh", ".bat", ".cmd", ".ps1", ".command", ".vbs"})
              if (ends_with_word(file.name, ending)) found.add(Place::of_file(file.name), file.name);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
