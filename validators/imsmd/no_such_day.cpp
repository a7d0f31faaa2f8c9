#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Readers that compute with dates refuse it or shift it. (imsmd/R-036)
extern const RuleInfo no_such_day;
const RuleInfo no_such_day = {
    .id = "imsmd.no-such-day",
    .requirements = "R-036",
    .needs = "manifest metadata",
    .message = "The month of \"{value}\" does not have that day.",
    .fix = "Correct the day in \"{value}\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "imsmd:datetime", [&](Node date) {
            const std::string_view text = trimmed(content(date));
            if (name(parent(date)) != "imsmd:date" || text.size() < 10) return;
            report.judged();
            if (!day_exists(text)) report.report(date, {{"value", text}});
          });
        },
};
}  // namespace assay::rules::imsmd
