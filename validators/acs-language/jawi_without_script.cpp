#include <assay/language.hpp>

namespace assay::rules::acs_language {
// A reader gets the wrong direction, font and voice. (acs-language/LANG-05)
extern const RuleInfo jawi_without_script;
const RuleInfo jawi_without_script = {
    .id = "acs-language.jawi-without-script",
    .requirements = "LANG-05",
    .needs = "pages",
    .message =
        "Malay text in Arabic script is tagged {tag}, which means Latin script: {names}{count, plural, =1 {} other { "
        "(# in all)}}.",
    .fix = "Write lang=\"ms-Arab\".",
    .confidence = 0.95,  // untested in the wild
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          std::string_view tag;
          for (const Page& page : pages(package)) {
            if (!same_word(primary_of(page.language), "ms") || page.text.letters < 40) continue;
            report.judged();
            if (has_subtag(page.language, "arab") || page.text.in(Script::arabic)*10 < page.text.letters * 8) continue;
            if (tag.empty()) tag = page.language;
            found.add(place_of(page, page.line, page.column), page.file);
          }
          found.report(report, {}, {{"tag", tag}});
        },
};
}  // namespace assay::rules::acs_language
