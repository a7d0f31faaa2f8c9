#include <assay/language.hpp>

namespace assay::rules::acs_language {
// Two titles that look the same are two different strings. (acs-language/LANG-13)
extern const RuleInfo decomposed_title;
const RuleInfo decomposed_title = {
    .id = "acs-language.decomposed-title",
    .requirements = "LANG-13",
    .needs = "documents",
    .message =
        "The title or identifier \"{text}\" is not in Unicode normalization form C; it should be \"{composed}\".",
    .fix = "Type it anew, or save it in normalization form C.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Naming& naming : namings(package)) {
            report.judged();
            if (!is_composed(naming.text))
              report.report(naming.place, {{"text", naming.text}, {"composed", composed(package, naming.text)}});
          }
        },
};
}  // namespace assay::rules::acs_language
