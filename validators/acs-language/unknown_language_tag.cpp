#include <assay/language.hpp>

namespace assay::rules::acs_language {
// A tag that nobody knows switches off search, fonts and speech. (acs-language/LANG-01)
extern const RuleInfo unknown_language_tag;
const RuleInfo unknown_language_tag = {
    .id = "acs-language.unknown-language-tag",
    .requirements = "LANG-01",
    .needs = "entries documents",
    .tables = "language-subtags",
    .message =
        "The language tag \"{tag}\" says nothing: \"{part}\" is not in the registry of languages, scripts and regions.",
    .fix = "Write a tag such as en, zh-Hans, th, vi, id or fil, with hyphens.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const TagUse& use : language_tags(package)) {
            report.judged();
            const TagVerdict verdict = judge_tag(package, use.tag);
            if (verdict.kind == TagVerdict::Kind::unknown || verdict.kind == TagVerdict::Kind::malformed)
              report.report(use.place, {{"tag", use.tag}, {"part", verdict.part}});
          }
        },
};
}  // namespace assay::rules::acs_language
