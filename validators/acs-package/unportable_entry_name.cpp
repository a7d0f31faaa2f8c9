#include <algorithm>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Such files get lost when a package is unpacked on Windows. (acs-package/PKG-10)
extern const RuleInfo unportable_entry_name;
const RuleInfo unportable_entry_name = {
    .id = "acs-package.unportable-entry-name",
    .requirements = "PKG-10",
    .needs = "entries",
    .message =
        "{count, plural, one {A name cannot be unpacked everywhere, for it has {why}: {names}.} other {Names cannot be "
        "unpacked everywhere, for they have {why}: {names} (# in all).}}",
    .fix = "Rename the files: letters, digits, hyphen, underscore and full stop are safe.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          // Devices, characters that Windows forbids, ends and marks of direction: rules of the safety floor.
          const auto unportable_step = [&](std::string_view step) -> std::string_view {
            if (step.starts_with(' ')) return "a blank at the beginning";
            for (std::size_t at = 0; at < step.size();) {
              const std::uint32_t c = next_character(step, at);
              if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return "a private-use character";
              if (c == 0x200C || c == 0x200D || (c >= 0x2060 && c <= 0x2065) || c == 0xFEFF)
                return "an invisible character";
            }
            return {};
          };

          const auto unportable = [&](std::string_view name) -> std::string_view {
            for (std::size_t at = 0; at < name.size();) {
              const std::size_t end = std::min(name.find('/', at), name.size());
              if (const std::string_view reason = unportable_step(name.substr(at, end - at)); !reason.empty())
                return reason;
              at = end + 1;
            }
            return {};
          };
          Tally found(package);
          std::string_view reason;
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            if (is_system_residue(file.name)) continue;
            report.judged();
            const std::string_view bad = unportable(file.name);
            if (bad.empty()) continue;
            if (reason.empty()) reason = bad;
            found.add(Place::of_file(file.name), file.name);
          }
          found.report(report, {}, {{"why", reason}});
        },
};
}  // namespace assay::rules::acs_package
