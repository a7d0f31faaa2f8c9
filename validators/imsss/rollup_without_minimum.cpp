#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Zero children are enough from the start. (imsss/R-040)
extern const RuleInfo rollup_without_minimum;
const RuleInfo rollup_without_minimum = {
    .id = "imsss.rollup-without-minimum",
    .requirements = "R-040",
    .needs = "manifest",
    .message =
        "A rollup rule of {set} gives no {attribute} above zero, so it applies from the start, before the learner has "
        "done anything.",
    .fix = "Add {attribute}=\"…\", or write childActivitySet=\"any\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const RollupRule& rule : activity_tree(package).rollup_rules) {
            const bool count = rule.set == ChildSet::at_least_count;
            if (!count && rule.set != ChildSet::at_least_percent) continue;
            report.judged();
            const std::string_view limit = count ? "minimumCount" : "minimumPercent";
            const std::string_view written = trimmed(value(attribute(rule.node, limit)));
            const bool zero = written.find_first_not_of("+0.") == std::string_view::npos;
            if (zero)
              report.report_cause(written.empty() ? "absent" : "zero", rule.node,
                                  {{"set", count ? "atLeastCount" : "atLeastPercent"}, {"attribute", limit}});
          }
        },
};
}  // namespace assay::rules::imsss
