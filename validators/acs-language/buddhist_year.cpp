#include <assay/language.hpp>

namespace assay::rules::acs_language {
// It is a date five centuries ahead for every catalogue. (acs-language/LANG-16)
extern const RuleInfo buddhist_year;
const RuleInfo buddhist_year = {
    .id = "acs-language.buddhist-year",
    .requirements = "LANG-16",
    .needs = "documents",
    .message = "The year of \"{text}\" is one of the Buddhist era; in metadata it is {gregorian}.",
    .fix = "Write Gregorian years: subtract 543.",
    .confidence = 0.95,  // untested in the wild
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Dating& date : datings(package)) {
            if (date.duration) continue;
            report.judged();
            int year = 0;
            if (date.text.size() < 4) continue;
            for (const char c : date.text.substr(0, 4))
              year = c >= '0' && c <= '9' && year >= 0 ? year * 10 + (c - '0') : -1;
            if (year >= 2443 && year <= 2643)
              report.report(date.place, {{"text", date.text},
                                         {"gregorian", kept(package, static_cast<std::uint64_t>(year - 543))}});
          }
        },
};
}  // namespace assay::rules::acs_language
