#include <assay/language.hpp>

namespace assay::rules::acs_language {
// The wrong file of two translations is the usual cause. (acs-language/LANG-04)
extern const RuleInfo han_orthography_differs;
const RuleInfo han_orthography_differs = {
    .id = "acs-language.han-orthography-differs",
    .requirements = "LANG-04",
    .needs = "pages",
    .tables = "han",
    .message =
        "{count, plural, one {A page says {tag}, but its characters are those of the other orthography: {names}.} "
        "other {Pages say {tag}, but their characters are those of the other orthography: {names} (# in all).}}",
    .fix = "Change the tag, or put in the right translation.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          std::string_view tag;
          for (const Page& page : pages(package)) {
            const bool hans =
                has_subtag(page.language, "hans") || has_subtag(page.language, "cn") || has_subtag(page.language, "sg");
            const bool hant =
                has_subtag(page.language, "hant") || has_subtag(page.language, "tw") || has_subtag(page.language, "hk");
            const std::uint64_t both = page.text.hans + page.text.hant;
            if (!same_word(primary_of(page.language), "zh") || hans == hant || both < 50) continue;
            report.judged();
            if ((hans ? page.text.hant : page.text.hans) * 20 < both * 19) continue;
            if (tag.empty()) tag = page.language;
            found.add(place_of(page, page.line, page.column), page.file);
          }
          found.report(report, {}, {{"tag", tag}});
        },
};
}  // namespace assay::rules::acs_language
