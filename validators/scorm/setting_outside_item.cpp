#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Learning systems look for it in items only. (scorm/R-042)
extern const RuleInfo setting_outside_item;
const RuleInfo setting_outside_item = {
    .id = "scorm.setting-outside-item",
    .requirements = "R-042",
    .needs = "manifest",
    .message = "<{element}> stands in <{parent}>, where nothing reads it.",
    .fix = "Move it into the item that it is about.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (std::string_view wanted : {"adlcp:prerequisites", "adlcp:maxtimeallowed", "adlcp:timelimitaction",
                                          "adlcp:datafromlms", "adlcp:masteryscore"})
            for (Node node : nodes_named(*xml, wanted)) {
              report.judged();
              if (name(parent(node)) != "cp:item")
                report.report(node, {{"element", written_name(node)}, {"parent", written_name(parent(node))}});
            }
        },
};
}  // namespace assay::rules::scorm
