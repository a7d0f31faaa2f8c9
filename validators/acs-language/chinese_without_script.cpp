#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Systems choose the font by it. (acs-language/LANG-03)
extern const RuleInfo chinese_without_script;
const RuleInfo chinese_without_script = {
    .id = "acs-language.chinese-without-script",
    .requirements = "LANG-03",
    .needs = "entries documents",
    .message = "The language tag \"{tag}\" does not say which script the Chinese text is in.",
    .fix = "Write zh-Hans for simplified and zh-Hant for traditional characters.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const TagUse& use : language_tags(package)) {
            report.judged();
            if (same_word(use.tag, "zh") || same_word(use.tag, "zho") || same_word(use.tag, "chi"))
              report.report(use.place, {{"tag", use.tag}});
          }
        },
};
}  // namespace assay::rules::acs_language
