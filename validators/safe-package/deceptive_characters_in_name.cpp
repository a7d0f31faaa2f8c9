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
            for (std::size_t k = 0; k < name.size(); ++k) {
              const auto byte = static_cast<unsigned char>(name[k]);
              strange = strange || byte < 0x20 || byte == 0x7F;
              if (byte != 0xE2 || k + 2 >= name.size()) continue;
              const auto second = static_cast<unsigned char>(name[k + 1]),
                         third = static_cast<unsigned char>(name[k + 2]);
              // U+202A-202E, U+2066-2069: directions; U+200B, U+200E, U+200F: invisible.
              strange = strange ||
                        (second == 0x80 &&
                         ((third >= 0xAA && third <= 0xAE) || third == 0x8B || third == 0x8E || third == 0x8F)) ||
                        (second == 0x81 && third >= 0xA6 && third <= 0xA9);
            }
            if (strange) report.report(Place::of_file(name), {{"name", name}});
          }
        },
};
}  // namespace assay::rules::safe_package
