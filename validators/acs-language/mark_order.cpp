#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Search does not find it, and no normalization repairs it. (acs-language/LANG-17)
extern const RuleInfo mark_order;
const RuleInfo mark_order = {
    .id = "acs-language.mark-order",
    .requirements = "LANG-17",
    .needs = "pages",
    .message =
        "Marks stand in an order that looks right and is not: {points} in \"{sample}\" should be \"{suggestion}\". "
        "Files: {names} ({count} in all).",
    .fix = "Type the word anew.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const TextSighting* first = nullptr;
          report.judged(pages(package).size());
          for (const TextSighting& seen : text_sightings(package)) {
            if (seen.defect != TextDefect::mark_order || pages(package)[seen.page].vendor || !(true)) continue;
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
