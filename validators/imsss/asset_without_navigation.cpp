#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// An asset has no buttons of its own. (imsss/R-150)
extern const RuleInfo asset_without_navigation;
const RuleInfo asset_without_navigation = {
    .id = "imsss.asset-without-navigation",
    .requirements = "R-150",
    .needs = "manifest",
    .message =
        "\"{item}\" starts an asset and hides Continue and Previous, and there is no menu: the learner cannot go on.",
    .fix = "Show continue for this item, or let a SCO that offers its own navigation take its place.",
    .confidence = 0.85,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            const Node presentation = child(activity.node, "adlnav:presentation");
            const Node list = child(presentation, "adlnav:navigationInterface");
            if (!list || activity.children || activity.parent == none) continue;
            report.judged();
            const Activity& up = tree.activities[activity.parent];
            if (up.children == 1 && up.parent == none) continue;  // there is nowhere to go
            const auto hides = [&](std::string_view control) {
              for (Node each = first_child(list); each; each = next_sibling(each))
                if (trimmed(content(each)) == control) return true;
              return false;
            };
            bool menu = activity.choice_exit;  // some group around it lets the learner choose another activity
            bool chooses = false;
            for (std::uint32_t at = activity.parent; at != none && menu && !chooses; at = tree.activities[at].parent) {
              chooses = tree.activities[at].choice && tree.activities[at].children > 1;
              menu = tree.activities[at].choice_exit;
            }
            const bool onward = up.flow && !hides("continue");
            const bool back = up.flow && !up.forward_only && !hides("previous");
            const bool alone = !hides("continue") && !hides("previous");
            if (activity.starts_asset && !alone && !onward && !back && !chooses)
              report.report(presentation, {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
