#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Control and direction characters make a name look like another one in lists and logs. (safe-package/R-009)
extern const RuleInfo deceptive_characters_in_name;
const RuleInfo deceptive_characters_in_name = {
    .id = "safe-package.deceptive-characters-in-name",
    .requirements = "R-009",
    .needs = "entries",
    .message = "The entry name \"{name}\" has invisible control or direction characters.",
    .fix = "Rename the file with plain letters.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const std::string_view name = entry(package, i).name;
            report.judged();
            bool strange = false;
            const auto byte = [&](std::size_t at) {
              return at < name.size() ? static_cast<unsigned char>(name[at]) : 0u;
            };
            for (std::size_t k = 0; k < name.size(); ++k) {
              const unsigned lead = byte(k), second = byte(k + 1), third = byte(k + 2);
              // Controls U+0001-001F (NUL has a rule of its own), U+007F-009F; U+061C: a direction.
              strange = strange || (lead > 0 && lead < 0x20) || lead == 0x7F ||
                        (lead == 0xC2 && second >= 0x80 && second <= 0x9F) || (lead == 0xD8 && second == 0x9C);
              if (lead != 0xE2) continue;
              // U+200B, 200E, 200F: invisible; U+2028-202C: line ends and directions (overrides have a rule of their
              // own); U+2066-2069: directions.
              strange = strange ||
                        (second == 0x80 &&
                         (third == 0x8B || third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAC))) ||
                        (second == 0x81 && third >= 0xA6 && third <= 0xA9);
            }
            if (strange) report.report(Place::of_file(name), {{"name", name}});
          }
        },
};
}  // namespace assay::rules::safe_package
