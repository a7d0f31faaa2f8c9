#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Nothing that runs could use the shared data. (scorm/R-115)
extern const RuleInfo data_without_resource;
const RuleInfo data_without_resource = {
    .id = "scorm.data-without-resource",
    .requirements = "R-115",
    .needs = "manifest",
    .message = "Item \"{item}\" has <{element}> but starts nothing that could use it.",
    .fix = "Move it to the item that starts the SCO.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package)) {
            const Node data = child(item.node, "adlcp:data");
            if (!data) continue;
            report.judged();
            if (!item.has_reference) report.report(data, {{"item", item.identifier}, {"element", written_name(data)}});
          }
        },
};
}  // namespace assay::rules::scorm
