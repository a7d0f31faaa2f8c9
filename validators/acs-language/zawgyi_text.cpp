#include <assay/language.hpp>

namespace assay::rules::acs_language {
// It shows as jumbled syllables and cannot be searched. (acs-language/LANG-10)
extern const RuleInfo zawgyi_text;
const RuleInfo zawgyi_text = {
    .id = "acs-language.zawgyi-text",
    .requirements = "LANG-10",
    .needs = "pages",
    .message =
        "Burmese text is in the order of Zawgyi fonts, not in Unicode: \"{sample}\" ({points}) should be "
        "\"{suggestion}\". Files: {names} ({count} in all).",
    .fix = "Convert the text to Unicode.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const TextSighting* first = nullptr;
          report.judged(pages(package).size());
          for (const TextSighting& seen : text_sightings(package)) {
            if (seen.defect != TextDefect::zawgyi || pages(package)[seen.page].vendor || !(true)) continue;
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
