#include <assay/rule.hpp>

namespace assay::rules::imsss {
// SCORM leaves it to the learning system whether it measures these. (imsss/R-033)
extern const RuleInfo timed_limit;
const RuleInfo timed_limit = {
    .id = "imsss.timed-limit",
    .requirements = "R-033",
    .needs = "manifest",
    .message = "limitConditions sets {attribute}; learning systems do not have to measure it, and most do not.",
    .fix = "Remove it, or use attemptAbsoluteDurationLimit, which is handed to the content.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;

          for (const Node node : nodes_named(*xml, "imsss:limitConditions")) {
            report.judged();
            for (const char* limit : {"attemptExperiencedDurationLimit", "activityAbsoluteDurationLimit",
                                      "activityExperiencedDurationLimit", "beginTimeLimit", "endTimeLimit"})
              if (attribute(node, limit)) report.report_cause("", node, {{"attribute", limit}});
          }
        },
};
}  // namespace assay::rules::imsss
