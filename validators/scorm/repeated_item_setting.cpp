#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Learning systems take the first and ignore the others. (scorm/R-035)
extern const RuleInfo repeated_item_setting;
const RuleInfo repeated_item_setting = {
    .id = "scorm.repeated-item-setting",
    .requirements = "R-035",
    .needs = "manifest",
    .message = "Item \"{item}\" has <{element}> more than once.",
    .fix = "Keep the one that is meant.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Item& item : items(package))
            for (std::string_view wanted :
                 {"adlcp:maxtimeallowed", "adlcp:timelimitaction", "adlcp:datafromlms", "adlcp:masteryscore",
                  "adlcp:timeLimitAction", "adlcp:dataFromLMS", "adlcp:completionThreshold", "adlcp:data"}) {
              const Node first = child(item.node, wanted);
              if (!first) continue;
              report.judged();
              if (const Node second = next_named(first, wanted))
                report.report(second, {{"item", item.identifier}, {"element", written_name(second)}});
            }
        },
};
}  // namespace assay::rules::scorm
