#include <assay/language.hpp>

namespace assay::rules::acs_language {
// The tag of a group finds none of its languages. (acs-language/LANG-07)
extern const RuleInfo language_group_tag;
const RuleInfo language_group_tag = {
    .id = "acs-language.language-group-tag",
    .requirements = "LANG-07",
    .needs = "entries documents",
    .message = "The language tag \"{tag}\" means a group of languages.",
    .fix = "Write the language itself: mww or hnj for Hmong, ksw or pwo for Karen.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const TagUse& use : language_tags(package)) {
            report.judged();
            if (same_word(primary_of(use.tag), "hmn") || same_word(primary_of(use.tag), "kar"))
              report.report(use.place, {{"tag", use.tag}});
          }
        },
};
}  // namespace assay::rules::acs_language
