#include <assay/language.hpp>

namespace assay::rules::acs_language {
// On other machines the text cannot be read. (acs-language/LANG-11)
extern const RuleInfo font_before_unicode;
const RuleInfo font_before_unicode = {
    .id = "acs-language.font-before-unicode",
    .requirements = "LANG-11",
    .needs = "pages",
    .message = "Text is set in the font {sample}, whose letters are not Unicode. Files: {names} ({count} in all).",
    .fix = "Convert the text to Unicode and use a Unicode font.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const TextSighting* first = nullptr;
          report.judged(pages(package).size());
          for (const TextSighting& seen : text_sightings(package)) {
            if (seen.defect != TextDefect::legacy_font || pages(package)[seen.page].vendor || !(true)) continue;
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
