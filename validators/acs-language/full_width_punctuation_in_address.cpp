#include <assay/language.hpp>

namespace assay::rules::acs_language {
// It leads nowhere. (acs-language/LANG-21)
extern const RuleInfo full_width_punctuation_in_address;
const RuleInfo full_width_punctuation_in_address = {
    .id = "acs-language.full-width-punctuation-in-address",
    .requirements = "LANG-21",
    .needs = "pages documents",
    .message =
        "{count, plural, one {An address has full-width punctuation: {names}.} other {Addresses have full-width "
        "punctuation: {names} (# in all).}}",
    .fix = "Type the address anew with the input method off.",
    .confidence = 0.95,  // untested in the wild
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto full_width = [&](std::string_view address) -> bool {
            for (std::size_t at = 0; at < address.size();) {
              const std::uint32_t c = next_character(address, at);
              if ((c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || (c >= 0x3001 && c <= 0x3002))
                return true;
            }
            return false;
          };
          Tally found(package);
          for (const Reference& reference : references(package)) {
            report.judged();
            if (reference.resolution == Resolution::external && full_width(reference.href))
              found.add(reference.node, reference.href);
          }
          for (const Page& page : pages(package))
            for (const PageReference& each : page.references) {
              report.judged();
              if (each.resolution != Resolution::found && full_width(each.value))
                found.add(place_of(page, each.line, each.column), each.value);
            }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_language
