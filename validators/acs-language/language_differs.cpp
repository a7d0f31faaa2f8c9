#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Authoring tools write lang="en" into every course. (acs-language/LANG-09)
extern const RuleInfo language_differs;
const RuleInfo language_differs = {
    .id = "acs-language.language-differs",
    .requirements = "LANG-09",
    .needs = "pages",
    .message =
        "The launch page says its language is \"{tag}\", but the text of the course is in another: probably "
        "\"{likely}\".",
    .fix = "Set the language of the course in the authoring tool, or correct <html lang> in the launch page.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const LetterCounts& course = package_text(package);
          for (const Page& page : pages(package)) {
            if (!page.launch || !page.has_lang || says_nothing(page.language)) continue;
            // A page that says enough is judged by what it says: courses in two languages have pages in each.
            const LetterCounts& text = has_enough_text(page.text) ? page.text : course;
            if (!can_be_told(text)) continue;
            report.judged();
            const std::string_view likely = other_language(page.language, text);
            if (likely.empty() || page.sets_language) continue;
            report.report(place_of(page, page.line, page.column), {{"tag", page.language}, {"likely", likely}});
            return;
          }
        },
};
}  // namespace assay::rules::acs_language
