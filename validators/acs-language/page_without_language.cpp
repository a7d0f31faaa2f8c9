#include <assay/language.hpp>

namespace assay::rules::acs_language {
// A screen reader reads Thai with an English voice. (acs-language/LANG-08)
extern const RuleInfo page_without_language;
const RuleInfo page_without_language = {
    .id = "acs-language.page-without-language",
    .requirements = "LANG-08",
    .needs = "pages",
    .message =
        "{count, plural, one {A page does not say which language it is in: {names}.} other {Pages do not say which "
        "language they are in: {names} (# in all).}}",
    .fix = "Write the language into the html tag, for instance <html lang=\"th\">.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.kind != Page::Kind::page || !page.read || page.fragment || page.vendor) continue;
            if (!page.launch && page.text.letters < 40) continue;
            report.judged();
            if (!page.has_lang && !page.sets_language) found.add(place_of(page, page.line, page.column), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_language
