#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Only a SCO asks the learning system for it. (scorm/R-034)
extern const RuleInfo setting_of_asset;
const RuleInfo setting_of_asset = {
    .id = "scorm.setting-of-asset",
    .requirements = "R-034",
    .needs = "manifest",
    .message = "Item \"{item}\" has <{element}> but starts no SCO.",
    .fix = "Remove it, or let the item start a resource that is a SCO.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package))
            for (std::string_view wanted :
                 {"adlcp:maxtimeallowed", "adlcp:timelimitaction", "adlcp:datafromlms", "adlcp:masteryscore",
                  "adlcp:timeLimitAction", "adlcp:dataFromLMS", "adlcp:completionThreshold"}) {
              const Node setting = child(item.node, wanted);
              if (!setting) continue;
              // The attributes of the 4th Edition suit every activity; the number of earlier ones only a SCO.
              if (wanted == "adlcp:completionThreshold" && trimmed(content(setting)).empty()) continue;
              // What is wrong with the resource itself is other rules' matter.
              if (item.has_reference && item.resource == none && !item.names_manifest) continue;
              if (item.resource != none && resources(package)[item.resource].scorm_type.empty()) continue;
              report.judged();
              const bool sco = item.names_manifest ||
                               (item.resource != none && resources(package)[item.resource].scorm_type == "sco");
              if (!sco) report.report(setting, {{"item", item.identifier}, {"element", written_name(setting)}});
            }
        },
};
}  // namespace assay::rules::scorm
