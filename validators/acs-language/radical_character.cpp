#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Search does not find them. (acs-language/LANG-15)
extern const RuleInfo radical_character;
const RuleInfo radical_character = {
    .id = "acs-language.radical-character",
    .requirements = "LANG-15",
    .needs = "pages",
    .message =
        "Text has radicals or compatibility forms instead of characters: {points} should be \"{suggestion}\". Files: "
        "{names} ({count} in all).",
    .fix = "Type the characters anew; they came from a PDF.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const TextSighting* first = nullptr;
          report.judged(pages(package).size());
          for (const TextSighting& seen : text_sightings(package)) {
            if (seen.defect != TextDefect::kangxi || pages(package)[seen.page].vendor || !(true)) continue;
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
