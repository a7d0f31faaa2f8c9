#include <assay/pages.hpp>

namespace assay::rules::acs_accessibility {
// A player drops a file that it cannot read. (acs-accessibility/A11Y-03)
extern const RuleInfo unreadable_captions;
const RuleInfo unreadable_captions = {
    .id = "acs-accessibility.unreadable-captions",
    .requirements = "A11Y-03",
    .needs = "pages",
    .message = "The caption file {file} cannot be used: {why}.",
    .fix = "Save it as UTF-8, with times that run forward.",
    .confidence = 0.95,  // untested in the wild
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Page& page : pages(package)) {
            if (!ends_with_word(page.file, ".vtt") && !ends_with_word(page.file, ".srt")) continue;
            report.judged();
            if (page.undecodable)
              report.report(place_of(page, page.bad_line, page.bad_column),
                            {{"file", page.file}, {"why", "it is not UTF-8"}});
            else if (page.backward_line != 0)
              report.report(place_of(page, page.backward_line, 1),
                            {{"file", page.file}, {"why", "a time runs backward"}});
          }
        },
};
}  // namespace assay::rules::acs_accessibility
