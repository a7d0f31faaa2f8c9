#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Identifiers lose the white space around them when they are read, references do not: the two no longer agree.
// (imscp/R-086)
extern const RuleInfo item_reference_with_space;
const RuleInfo item_reference_with_space = {
    .id = "imscp.item-reference-with-space",
    .requirements = "R-086",
    .needs = "manifest",
    .message =
        "Item \"{item}\" refers to \"{identifierref}\" with white space around the name; readers find no such "
        "resource.",
    .fix = "Write identifierref=\"{name}\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            if (!item.has_reference) continue;
            report.judged();
            if (item.spaced)
              report.report(item.node, {{"item", item.identifier},
                                        {"identifierref", item.identifierref},
                                        {"name", trimmed(item.identifierref)}});
          }
        },
};
}  // namespace assay::rules::imscp
