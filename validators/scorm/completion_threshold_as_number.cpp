#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The form of the 2nd and 3rd Edition: still taken, but deprecated. (scorm/R-121)
extern const RuleInfo completion_threshold_as_number;
const RuleInfo completion_threshold_as_number = {
    .id = "scorm.completion-threshold-as-number",
    .requirements = "R-121",
    .needs = "manifest",
    .message = "The completion threshold of \"{identifier}\" is written as in earlier editions: {value}.",
    .fix = "Write <adlcp:completionThreshold completedByMeasure=\"true\" minProgressMeasure=\"{value}\"/>.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node node : nodes_named(*xml, "adlcp:completionThreshold")) {
            report.judged();
            const std::string_view number = trimmed(content(node));
            bool attributes = false;  // both at once is a defect of its own
            for (std::string_view each : {"completedByMeasure", "minProgressMeasure", "progressWeight"})
              attributes = attributes || attribute(node, each);
            if (!number.empty() && !attributes)
              report.report(node,
                            {{"identifier", trimmed(value(attribute(parent(node), "identifier")))}, {"value", number}});
          }
        },
};
}  // namespace assay::rules::scorm
