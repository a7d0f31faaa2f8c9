#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// They are legal, and still break hand-made links. (acs-package/PKG-15)
extern const RuleInfo awkward_entry_name;
const RuleInfo awkward_entry_name = {
    .id = "acs-package.awkward-entry-name",
    .requirements = "PKG-15",
    .needs = "entries",
    .message =
        "{count, plural, one {A name has} other {Names have}} # % + ; & or full-width punctuation: {names}{count, "
        "plural, =1 {} other { (# in all)}}.",
    .fix = "Rename the files when links to them fail.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            if (is_system_residue(file.name)) continue;
            report.judged();
            for (std::size_t at = 0; at < file.name.size();) {
              const std::uint32_t c = next_character(file.name, at);
              const bool awkward = c == '#' || c == '%' || c == '+' || c == ';' || c == '&' ||
                                   (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || c == 0x3001 ||
                                   c == 0x3002;
              if (!awkward) continue;
              found.add(Place::of_file(file.name), file.name);
              break;
            }
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
