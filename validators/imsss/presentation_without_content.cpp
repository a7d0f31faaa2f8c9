#include <assay/rule.hpp>

namespace assay::rules::imsss {
// There is nothing to show navigation for. (imsss/R-060)
extern const RuleInfo presentation_without_content;
const RuleInfo presentation_without_content = {
    .id = "imsss.presentation-without-content",
    .requirements = "R-060",
    .needs = "manifest",
    .message = "Item \"{item}\" has a presentation but starts no content.",
    .fix = "Move the presentation to the items inside it that start content.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            const Node presentation = child(item.node, "adlnav:presentation");
            if (!presentation) continue;
            report.judged();
            if (!item.has_reference) report.report(presentation, {{"item", item.identifier}});
          }
        },
};
}  // namespace assay::rules::imsss
