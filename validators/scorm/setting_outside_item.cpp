#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Learning systems look for it in items only. (scorm/R-042)
static constexpr ParamInfo setting_outside_item_parameters[] = {{"threshold_of_organization", Join::fixed, "false"}};
extern const RuleInfo setting_outside_item;
const RuleInfo setting_outside_item = {
    .id = "scorm.setting-outside-item",
    .requirements = "R-042",
    .needs = "manifest",
    .message = "<{element}> stands in <{parent}>, where nothing reads it.",
    .fix = "Move it into the item that it is about.",
    .params = setting_outside_item_parameters,
    .check =
        [](const Package& package, const Params& params, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (std::string_view wanted : {"adlcp:prerequisites", "adlcp:maxtimeallowed", "adlcp:timelimitaction",
                                          "adlcp:datafromlms", "adlcp:masteryscore", "adlcp:timeLimitAction",
                                          "adlcp:dataFromLMS", "adlcp:completionThreshold", "adlcp:data"})
            for (Node node : nodes_named(*xml, wanted)) {
              report.judged();
              const std::string_view up = name(parent(node));
              const bool of_course = wanted == "adlcp:completionThreshold" && up == "cp:organization" &&
                                     params.flag("threshold_of_organization") && trimmed(content(node)).empty();
              if (up != "cp:item" && !of_course)
                report.report(node, {{"element", written_name(node)}, {"parent", written_name(parent(node))}});
            }
        },
};
}  // namespace assay::rules::scorm
