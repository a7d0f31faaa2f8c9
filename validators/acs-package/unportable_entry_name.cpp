#include <algorithm>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Such files get lost when a package is unpacked on Windows. (acs-package/PKG-10)
extern const RuleInfo unportable_entry_name;
const RuleInfo unportable_entry_name = {
    .id = "acs-package.unportable-entry-name",
    .requirements = "PKG-10",
    .needs = "entries",
    .message = "Names cannot be unpacked everywhere, for they have {reason}: {names} ({count} in all).",
    .fix = "Rename the files: letters, digits, hyphen, underscore and full stop are safe.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto device = [&](std::string_view step) -> bool {
            step = step.substr(0, step.find('.'));
            for (const std::string_view name :
                 {"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"})
              if (same_word(step, name)) return true;
            return false;
          };

          const auto unportable_step = [&](std::string_view step) -> std::string_view {
            if (step.empty() || step == "." || step == "..") return {};  // other rules speak of those
            if (device(step)) return "the name of a device";
            if (step.front() == ' ' || step.back() == ' ' || step.back() == '.')
              return "a blank or full stop at an end";
            for (std::size_t at = 0; at < step.size();) {
              const std::uint32_t c = next_character(step, at);
              if (c < 0x80 && std::string_view(":*?\"<>|").find(static_cast<char>(c)) != std::string_view::npos)
                return "one of : * ? \" < > |";
              if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return "a private-use character";
              if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
                  c == 0xFEFF)
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
          found.report(report, {}, {{"reason", reason}});
        },
};
}  // namespace assay::rules::acs_package
