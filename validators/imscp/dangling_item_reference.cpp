#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A learner who opens the item sees an empty page; some importers refuse the whole package. (imscp/R-031)
extern const RuleInfo dangling_item_reference;
const RuleInfo dangling_item_reference = {
    .id = "imscp.dangling-item-reference",
    .requirements = "R-031",
    .needs = "manifest",
    .message = "Item \"{item}\" refers to resource \"{identifierref}\", which does not exist.",
    .fix = "Point it at one of {known}, or remove identifierref.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            if (!item.has_reference) continue;
            report.judged();
            if (item.resource != none || item.names_manifest) continue;
            std::string_view known = nearest_resources(package, item.identifierref);
            if (known.empty()) known = "the resources that you still have to add";
            report.report(item.node,
                          {{"item", item.identifier}, {"identifierref", item.identifierref}, {"known", known}});
          }
        },
};
}  // namespace assay::rules::imscp
