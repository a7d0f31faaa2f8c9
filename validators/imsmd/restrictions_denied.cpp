#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Readers show "no restrictions" for something that has a licence. (imsmd/R-051)
extern const RuleInfo restrictions_denied;
const RuleInfo restrictions_denied = {
    .id = "imsmd.restrictions-denied",
    .requirements = "R-051",
    .needs = "manifest metadata",
    .message = "The record says that there are no restrictions, but describes some: \"{value}\".",
    .fix = "Write yes in copyrightandotherrestrictions, or correct the description.",
    .confidence = 0.6,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "imsmd:rights", [&](Node rights) {
            const Term term = term_of(child(rights, "imsmd:copyrightandotherrestrictions"));
            const Node description = child(rights, "imsmd:description");
            if (term.value_text != "no" || !description) return;
            report.judged();
            for (Node each = child(description, "imsmd:langstring"); each; each = next_named(each, "imsmd:langstring"))
              if (describes_restrictions(content(each)))
                return report.report(each, {{"value", beginning(trimmed(content(each)))}});
          });
        },
};
}  // namespace assay::rules::imsmd
