#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The number of earlier editions and the attributes of the 4th exclude one another. (scorm/R-122)
extern const RuleInfo completion_threshold_in_two_forms;
const RuleInfo completion_threshold_in_two_forms = {
    .id = "scorm.completion-threshold-in-two-forms",
    .requirements = "R-122",
    .needs = "manifest",
    .message = "The completion threshold of \"{identifier}\" has the number {value} and attributes as well.",
    .fix = "Remove the number, and write it as minProgressMeasure=\"{value}\" if that is what counts.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node node : nodes_named(*xml, "adlcp:completionThreshold")) {
            report.judged();
            bool attributes = false;
            for (std::string_view each : {"completedByMeasure", "minProgressMeasure", "progressWeight"})
              attributes = attributes || attribute(node, each);
            if (attributes && !trimmed(content(node)).empty())
              report.report(node, {{"identifier", trimmed(value(attribute(parent(node), "identifier")))},
                                   {"value", trimmed(content(node))}});
          }
        },
};
}  // namespace assay::rules::scorm
