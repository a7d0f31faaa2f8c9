#include <assay/language.hpp>

namespace assay::rules::acs_language {
// A search finds one half of the courses. (acs-language/LANG-06)
extern const RuleInfo tagalog_tag;
const RuleInfo tagalog_tag = {
    .id = "acs-language.tagalog-tag",
    .requirements = "LANG-06",
    .needs = "entries documents",
    .message = "The language tag \"{tag}\" is that of Tagalog; Filipino, the language of schools, is \"fil\".",
    .fix = "Write fil, in every place.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const TagUse& use : language_tags(package)) {
            report.judged();
            if (same_word(primary_of(use.tag), "tl")) report.report(use.place, {{"tag", use.tag}});
          }
        },
};
}  // namespace assay::rules::acs_language
