#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Search in the page misses such letters. (acs-language/LANG-22)
extern const RuleInfo decomposed_text;
const RuleInfo decomposed_text = {
    .id = "acs-language.decomposed-text",
    .requirements = "LANG-22",
    .needs = "pages",
    .message =
        "Letters and their marks are apart: {points} in \"{sample}\" should be \"{suggestion}\". Files: {names} "
        "({count} in all).",
    .fix = "Save the text in normalization form C.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const TextSighting* first = nullptr;
          report.judged(pages(package).size());
          for (const TextSighting& seen : text_sightings(package)) {
            if (seen.defect != TextDefect::decomposed || pages(package)[seen.page].vendor || !(true)) continue;
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
