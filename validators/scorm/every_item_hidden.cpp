#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The learner sees an empty menu. (scorm/R-040)
extern const RuleInfo every_item_hidden;
const RuleInfo every_item_hidden = {
    .id = "scorm.every-item-hidden",
    .requirements = "R-040",
    .needs = "manifest",
    .message = "Every item is hidden (isvisible=\"false\").",
    .fix = "Make visible what learners are to open.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          if (items(package).empty()) return;
          report.judged();
          for (const Item& item : items(package)) {
            const std::string_view visible = trimmed(value(attribute(item.node, "isvisible")));
            if (visible != "false" && visible != "0") return;
          }
          report.report(organizations(package)[0].node);
        },
};
}  // namespace assay::rules::scorm
