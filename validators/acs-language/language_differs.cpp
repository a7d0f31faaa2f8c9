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
          const LetterCounts& text = package_text(package);
          const Guess guess = guess_language(text);
          if (guess.tag.empty() && guess.share == 0) return;
          // Letters and little words do not tell these apart.
          const std::string_view likely = guess.tag == "id"                  ? "id\", \"ms"
                                          : !guess.tag.empty()               ? guess.tag
                                          : guess.script == Script::cyrillic ? "ru\", \"mn"
                                          : guess.script == Script::arabic   ? "ar\", \"ms-Arab"
                                                                             : "hi\", \"ne";
          for (const Page& page : pages(package)) {
            if (!page.launch || !page.has_lang || page.vendor || says_nothing(page.language)) continue;
            report.judged();
            const bool latin_pair = guess.tag == "vi" || guess.tag == "id";
            const bool same = same_word(primary_of(page.language), primary_of(guess.tag)) ||
                              (guess.tag == "id" && same_word(primary_of(page.language), "ms"));
            const bool differs =
                latin_pair ? same_word(primary_of(page.language), "en") : !same && !fits(page.language, text);
            if (!differs || page.sets_language) continue;
            report.report(place_of(page, page.line, page.column), {{"tag", page.language}, {"likely", likely}});
            return;
          }
        },
};
}  // namespace assay::rules::acs_language
