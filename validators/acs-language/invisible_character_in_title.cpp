#include <assay/language.hpp>

namespace assay::rules::acs_language {
// What looks equal is not equal. (acs-language/LANG-20)
extern const RuleInfo invisible_character_in_title;
const RuleInfo invisible_character_in_title = {
    .id = "acs-language.invisible-character-in-title",
    .requirements = "LANG-20",
    .needs = "documents",
    .message = "The title or identifier \"{text}\" has an invisible character.",
    .fix = "Delete it and type the text anew.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          // Zero-width space, word joiner, byte order mark. Joiners belong to the spelling of some scripts.
          const auto holds_invisible = [&](std::string_view text) -> bool {
            for (std::size_t at = 0; at < text.size();) {
              const std::uint32_t c = next_character(text, at);
              if (c == 0x200B || c == 0x2060 || c == 0xFEFF) return true;
            }
            return false;
          };
          for (const Naming& naming : namings(package)) {
            report.judged();
            if (holds_invisible(naming.text)) report.report(naming.place, {{"text", naming.text}});
          }
        },
};
}  // namespace assay::rules::acs_language
