#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Readers see an empty box. (acs-language/LANG-14)
extern const RuleInfo private_use_character;
const RuleInfo private_use_character = {
    .id = "acs-language.private-use-character",
    .requirements = "LANG-14",
    .needs = "pages",
    .message =
        "Text has characters that only the author's font shows: {points} in \"{sample}\". Files: {names} ({count} in "
        "all).",
    .fix = "Replace them: a bullet by •, a character by the one of the standard.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const TextSighting* first = nullptr;
          report.judged(pages(package).size());
          for (const TextSighting& seen : text_sightings(package)) {
            if (seen.defect != TextDefect::private_use || pages(package)[seen.page].vendor || !(true)) continue;
            if (!first) first = &seen;
            const Page& page = pages(package)[seen.page];
            found.add(place_of(page, seen.line, seen.column), page.file);
          }
          if (first)
            found.report(report, {},
                         {{"sample", first->sample}, {"points", first->points}, {"suggestion", first->suggestion}});
        },
};
}  // namespace assay::rules::acs_language
