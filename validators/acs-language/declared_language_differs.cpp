#include <assay/language.hpp>

namespace assay::rules::acs_language {
// An editor writes the language of its menus. (acs-language/LANG-09)
extern const RuleInfo declared_language_differs;
const RuleInfo declared_language_differs = {
    .id = "acs-language.declared-language-differs",
    .requirements = "LANG-09",
    .needs = "pages manifest",
    .message = "The package says its language is \"{tag}\", but its text is in another: probably \"{likely}\".",
    .fix = "Set the language of the content in the editor that made it.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          // The only manifest of one language for all of its text is h5p.json; its libraries are no text of the author.
          const JsonDocument* const manifest = json_document(package, "manifest", 0);
          const JsonNode language = manifest ? member(root(*manifest), "language") : JsonNode();
          const std::string_view tag = content(language);
          if (says_nothing(tag)) return;
          LetterCounts text;
          for (const Page& page : pages(package))
            if (page.file.starts_with("content/")) text.add(page.text);
          if (!can_be_told(text)) return;
          report.judged();
          if (const std::string_view likely = other_language(tag, text); !likely.empty())
            report.report(language, {{"tag", tag}, {"likely", likely}});
        },
};
}  // namespace assay::rules::acs_language
