#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// The menu is the only way in. (imsss/R-134)
extern const RuleInfo missing_from_menu;
const RuleInfo missing_from_menu = {
    .id = "imsss.missing-from-menu",
    .requirements = "R-134",
    .needs = "manifest",
    .message = "\"{item}\" is hidden from the menu, and its group has no flow: the learner never gets there.",
    .fix = "Show it, or set flow=\"true\" on the group.",
    .confidence = 0.75,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          each_rule(package, [&](const Activity& activity, const SequencingRule& rule, const Standing& standing) {
            if (rule.time != RuleTime::before || rule.action != Action::hidden_from_choice || activity.parent == none)
              return;
            report.judged();
            const bool always = standing.held == Held::always && standing.reason == Reason::says_always;
            if (always && !tree.activities[activity.parent].flow)
              report.report(rule.node, {{"item", activity.identifier}});
          });
          for (const Activity& each : tree.activities) {
            if (each.visible || each.parent == none) continue;
            report.judged();
            const Activity& up = tree.activities[each.parent];
            if (!up.flow && up.choice) report.report_cause("invisible", each.node, {{"item", each.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
