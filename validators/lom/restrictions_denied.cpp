#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers show "no restrictions" for something that has a licence. (lom/R-046)
extern const RuleInfo restrictions_denied;
const RuleInfo restrictions_denied = {
    .id = "lom.restrictions-denied",
    .requirements = "R-046",
    .needs = "manifest metadata",
    .message = "The record says that there are no restrictions, but describes some: \"{value}\".",
    .fix = "Write yes in copyrightAndOtherRestrictions, or correct the description.",
    .confidence = 0.6,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:rights", [&](Node rights) {
            const Term term = term_of(child(rights, "lom:copyrightAndOtherRestrictions"));
            const Node description = child(rights, "lom:description");
            if (term.value_text != "no" || !description) return;
            report.judged();
            for (Node each = child(description, "lom:string"); each; each = next_named(each, "lom:string"))
              if (describes_restrictions(content(each)))
                return report.report(each, {{"value", beginning(trimmed(content(each)))}});
          });
        },
};
}  // namespace assay::rules::lom
