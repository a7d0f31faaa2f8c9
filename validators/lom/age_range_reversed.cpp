#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Searches by age do not find the record. (lom/R-040)
extern const RuleInfo age_range_reversed;
const RuleInfo age_range_reversed = {
    .id = "lom.age-range-reversed",
    .requirements = "R-040",
    .needs = "manifest metadata",
    .message = "The age range \"{value}\" runs backwards.",
    .fix = "Write the younger age first, for instance 7-9, or 18- for 18 and older.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:string", [&](Node text) {
            if (name(parent(text)) != "lom:typicalAgeRange") return;
            const AgeRange range = age_range(content(text));
            if (range == AgeRange::words) return;
            report.judged();
            if (range == AgeRange::reversed) report.report(text, {{"value", trimmed(content(text))}});
          });
        },
};
}  // namespace assay::rules::lom
