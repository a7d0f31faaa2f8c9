#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// One without the other has no effect. (imsss/R-157)
extern const RuleInfo idle_randomization;
const RuleInfo idle_randomization = {
    .id = "imsss.idle-randomization",
    .requirements = "R-157",
    .needs = "manifest",
    .message = "{attribute} has no effect, because {other} is missing or never.",
    .fix = "Set {other}, or remove {attribute}.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          const auto timed = [](Node node, std::string_view name) {
            const std::string_view word = trimmed(value(attribute(node, name)));
            return word == "once" || word == "onEachNewAttempt";
          };
          for (const Sequencing& each : tree.sequencings) {
            const Node node = part_of(each, Part::randomization);
            if (!node) continue;
            report.judged();
            const bool counts = static_cast<bool>(attribute(node, "selectCount"));
            const std::string_view reorders = trimmed(value(attribute(node, "reorderChildren")));
            const bool orders = reorders == "true" || reorders == "1";
            if (counts && !timed(node, "selectionTiming"))
              report.report_cause("selection-time", node, {{"attribute", "selectCount"}, {"other", "selectionTiming"}});
            if (!counts && timed(node, "selectionTiming"))
              report.report_cause("selection-count", node,
                                  {{"attribute", "selectionTiming"}, {"other", "selectCount"}});
            if (orders && !timed(node, "randomizationTiming"))
              report.report_cause("order-time", node,
                                  {{"attribute", "reorderChildren"}, {"other", "randomizationTiming"}});
            const bool keeps = reorders.empty() || reorders == "false" || reorders == "0";
            if (keeps && timed(node, "randomizationTiming"))
              report.report_cause("order", node, {{"attribute", "randomizationTiming"}, {"other", "reorderChildren"}});
          }
        },
};
}  // namespace assay::rules::imsss
