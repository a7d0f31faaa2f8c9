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
          // Zero-width space, word joiner, byte order mark. Joiners belong to the spelling of some scripts; in titles
          // of scripts without blanks the zero-width space stands between words.
          const auto holds_invisible = [&](const Naming& naming) -> bool {
            bool space = false, apart = false;
            for (std::size_t at = 0; at < naming.text.size();) {
              const std::uint32_t c = next_character(naming.text, at);
              if (c == 0x2060 || c == 0xFEFF) return true;
              space = space || c == 0x200B;
              apart =
                  apart || (c >= 0xE00 && c <= 0xEFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
            }
            return space && !(apart && naming.kind == Naming::Kind::title);
          };
          for (const Naming& naming : namings(package)) {
            report.judged();
            if (holds_invisible(naming)) report.report(naming.place, {{"text", naming.text}});
          }
        },
};
}  // namespace assay::rules::acs_language
