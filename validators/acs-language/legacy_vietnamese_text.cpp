#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Without that font it is a row of Western letters. (acs-language/LANG-11)
extern const RuleInfo legacy_vietnamese_text;
const RuleInfo legacy_vietnamese_text = {
    .id = "acs-language.legacy-vietnamese-text",
    .requirements = "LANG-11",
    .needs = "pages",
    .message =
        "Vietnamese text is typed for a font of the time before Unicode: \"{sample}\" should be \"{suggestion}\". "
        "Files: {names} ({count} in all).",
    .fix = "Convert the text from TCVN3 or VNI to Unicode.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const TextSighting* first = nullptr;
          report.judged(pages(package).size());
          for (const TextSighting& seen : text_sightings(package)) {
            if (seen.defect != TextDefect::legacy_vietnamese || pages(package)[seen.page].vendor || !(true)) continue;
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
