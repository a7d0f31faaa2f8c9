#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// Everything depends on the content then. (imsss/R-151)
extern const RuleInfo no_control_left;
const RuleInfo no_control_left = {
    .id = "imsss.no-control-left",
    .requirements = "R-151",
    .needs = "manifest",
    .message =
        "\"{item}\" hides every control of the learning system, and there is no menu: the learner can only leave when "
        "the content allows it.",
    .fix = "Show at least suspendAll or exitAll.",
    .confidence = 0.6,
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
            for (const char* control : {"exit", "exitAll", "abandon", "abandonAll", "suspendAll"})
              chooses = chooses || !hides(control);
            if (!onward && !back && !chooses) report.report(presentation, {{"item", activity.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
