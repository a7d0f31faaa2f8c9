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
          each_parent(package, "lom:string", [&](Node range) {
            if (name(range) != "lom:typicalAgeRange") return;
            for (Node each = child(range, "lom:string"); each; each = next_named(each, "lom:string")) {
              const std::string_view text = trimmed(content(each));
              int ages[2] = {0, 0}, digits[2] = {0, 0}, part = 0;
              for (const char c : text) {
                if (c == '-' && part == 0 && digits[0])
                  part = 1;
                else if (c >= '0' && c <= '9' && digits[part] < 3)
                  ages[part] = 10 * ages[part] + (c - '0'), ++digits[part];
                else if (c != ' ')
                  part = 2;
                if (part == 2) break;
              }
              if (part != 1 || !digits[1]) continue;  // words, or one age only
              report.judged();
              if (ages[0] > ages[1]) report.report(each, {{"value", text}});
            }
          });
        },
};
}  // namespace assay::rules::lom
