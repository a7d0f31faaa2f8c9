#include <assay/language.hpp>

namespace assay::rules::acs_language {
// No reader of dates knows them. (acs-language/LANG-23)
extern const RuleInfo native_digits_in_date;
const RuleInfo native_digits_in_date = {
    .id = "acs-language.native-digits-in-date",
    .requirements = "LANG-23",
    .needs = "documents",
    .message = "\"{text}\" has digits that no program reads as a date or duration.",
    .fix = "Write it with the digits 0 to 9, for instance 2026-11-23 or PT1H30M.",
    .confidence = 0.95,  // untested in the wild
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Dating& date : datings(package)) {
            report.judged();
            for (std::size_t at = 0; at < date.text.size();) {
              const std::uint32_t c = next_character(date.text, at);
              const bool native = (c >= 0xE50 && c <= 0xE59) || (c >= 0xED0 && c <= 0xED9) ||
                                  (c >= 0x17E0 && c <= 0x17E9) || (c >= 0x1040 && c <= 0x1049) ||
                                  (c >= 0xFF10 && c <= 0xFF19) || (c >= 0x660 && c <= 0x669) ||
                                  (c >= 0x6F0 && c <= 0x6F9);
              if (!native) continue;
              report.report(date.place, {{"text", date.text}});
              break;
            }
          }
        },
};
}  // namespace assay::rules::acs_language
