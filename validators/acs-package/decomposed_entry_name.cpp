#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// macOS takes letters apart; a reference that was typed elsewhere then finds nothing. (acs-package/PKG-07)
extern const RuleInfo decomposed_entry_name;
const RuleInfo decomposed_entry_name = {
    .id = "acs-package.decomposed-entry-name",
    .requirements = "PKG-07",
    .needs = "entries",
    .message =
        "{count, plural, one {A name is not in Unicode normalization form C: {names}.} other {Names are not in Unicode "
        "normalization form C: {names} (# in all).}}",
    .fix = "Rename the files on a system that composes letters, or zip them with a tool that does.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            if (is_system_residue(file.name)) continue;
            report.judged();
            if (!is_composed(file.name)) found.add(Place::of_file(file.name), file.name);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
