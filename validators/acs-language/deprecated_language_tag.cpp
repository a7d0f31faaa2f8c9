#include <assay/language.hpp>

namespace assay::rules::acs_language {
// A search for the new tag does not find the old one. (acs-language/LANG-02)
extern const RuleInfo deprecated_language_tag;
const RuleInfo deprecated_language_tag = {
    .id = "acs-language.deprecated-language-tag",
    .requirements = "LANG-02",
    .needs = "entries documents",
    .tables = "language-subtags",
    .message = "The language tag \"{tag}\" is out of use: \"{part}\" became \"{preferred}\".",
    .fix = "Write the new one.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const TagUse& use : language_tags(package)) {
            report.judged();
            const TagVerdict verdict = judge_tag(package, use.tag);
            if (verdict.kind == TagVerdict::Kind::deprecated)
              report.report(use.place, {{"tag", use.tag},
                                        {"part", verdict.part},
                                        {"preferred", verdict.preferred.empty() ? std::string_view("several tags")
                                                                                : verdict.preferred}});
          }
        },
};
}  // namespace assay::rules::acs_language
