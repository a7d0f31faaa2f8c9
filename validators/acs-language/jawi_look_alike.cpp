#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Search does not find one by the other. (acs-language/LANG-19)
extern const RuleInfo jawi_look_alike;
const RuleInfo jawi_look_alike = {
    .id = "acs-language.jawi-look-alike",
    .requirements = "LANG-19",
    .needs = "pages",
    .message =
        "Jawi text has Arabic letters that look like those of Malay: {points} should be \"{suggestion}\". Files: "
        "{names} ({count} in all).",
    .fix = "Use a Jawi keyboard.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const TextSighting* first = nullptr;
          report.judged(pages(package).size());
          for (const TextSighting& seen : text_sightings(package)) {
            if (seen.defect != TextDefect::jawi_letters || pages(package)[seen.page].vendor || !(true)) continue;
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
