#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Nobody looks at it. (imsss/R-123)
extern const RuleInfo minimum_without_set;
const RuleInfo minimum_without_set = {
    .id = "imsss.minimum-without-set",
    .requirements = "R-123",
    .needs = "manifest",
    .message = "{attribute}=\"{value}\" has no effect with childActivitySet=\"{set}\".",
    .fix = "Write childActivitySet=\"{right}\", or remove {attribute}.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const RollupRule& rule : tree.rollup_rules)
            for (const bool count : {true, false}) {
              const std::string_view limit = count ? "minimumCount" : "minimumPercent";
              const Attribute written = attribute(rule.node, limit);
              if (!written) continue;
              report.judged();
              if (rule.set == (count ? ChildSet::at_least_count : ChildSet::at_least_percent)) continue;
              const Attribute set = attribute(rule.node, "childActivitySet");
              report.report_cause(count ? "count" : "percent", rule.node,
                                  {{"attribute", limit},
                                   {"value", value(written)},
                                   {"set", set ? trimmed(value(set)) : "all"},
                                   {"right", count ? "atLeastCount" : "atLeastPercent"}});
            }
        },
};
}  // namespace assay::rules::imsss
