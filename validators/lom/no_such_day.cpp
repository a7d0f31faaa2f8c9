#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers that compute with dates refuse it or shift it. (lom/R-013)
extern const RuleInfo no_such_day;
const RuleInfo no_such_day = {
    .id = "lom.no-such-day",
    .requirements = "R-013",
    .needs = "manifest metadata",
    .message = "The month of \"{value}\" does not have that day.",
    .fix = "Correct the day in \"{value}\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:dateTime", [&](Node date) {
            const std::string_view text = trimmed(content(date));
            if (text.size() < 10) return;
            report.judged();
            if (!day_exists(text)) report.report(date, {{"value", text}});
          });
        },
};
}  // namespace assay::rules::lom
