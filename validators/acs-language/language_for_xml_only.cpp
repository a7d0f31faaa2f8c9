#include <assay/pages.hpp>

namespace assay::rules::acs_language {
// A screen reader reads the page as if it said nothing. (acs-language/LANG-08)
extern const RuleInfo language_for_xml_only;
const RuleInfo language_for_xml_only = {
    .id = "acs-language.language-for-xml-only",
    .requirements = "LANG-08",
    .needs = "pages",
    .message =
        "{count, plural, one {A page names its language in xml:lang only, which browsers ignore in HTML: {names}.} "
        "other {Pages name their language in xml:lang only, which browsers ignore in HTML: {names} (# in all).}}",
    .fix = "Write lang=\"…\" beside it.",
    .confidence = 0.95,  // a server can be told to deliver a page as XML
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.kind != Page::Kind::page || !page.read || page.fragment || page.vendor || !page.has_lang) continue;
            report.judged();
            if (page.lang_for_xml && !page.sets_language) found.add(place_of(page, page.line, page.column), page.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_language
