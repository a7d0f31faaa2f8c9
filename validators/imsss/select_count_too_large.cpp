#include <string>

#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// There are not so many. (imsss/R-155)
extern const RuleInfo select_count_too_large;
const RuleInfo select_count_too_large = {
    .id = "imsss.select-count-too-large",
    .requirements = "R-155",
    .needs = "manifest",
    .message = "\"{item}\" selects {count, plural, one {# child} other {# children}} but has only {children}.",
    .fix = "Lower selectCount, or remove it to offer all of them.",
    .confidence = 0.95,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const ActivityTree& tree = activity_tree(package);
          for (const Activity& activity : tree.activities) {
            if (activity.select_count == none || !activity.children) continue;
            report.judged();
            if (activity.select_count > activity.children)
              report.report(
                  part_of(tree, activity, Part::randomization),
                  {{"item", activity.identifier},
                   {"count", trimmed(value(attribute(part_of(tree, activity, Part::randomization), "selectCount")))},
                   {"children", std::to_string(activity.children)}});
          }
        },
};
}  // namespace assay::rules::imsss
