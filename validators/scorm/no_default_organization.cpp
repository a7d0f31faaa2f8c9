#include <assay/rule.hpp>

namespace assay::rules::scorm {
// With several organizations the learning system has to guess which one the learner is to see. (scorm/R-007)
extern const RuleInfo no_default_organization;
const RuleInfo no_default_organization = {
    .id = "scorm.no-default-organization",
    .requirements = "R-007",
    .needs = "manifest",
    .message = "organizations does not say which organization is the default.",
    .fix = "Add default=\"{identifier}\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node list : nodes_named(*xml, "cp:organizations")) {
            const Node first = child(list, "cp:organization");
            if (!first) continue;
            report.judged();
            if (!attribute(list, "default"))
              report.report(list, {{"identifier", trimmed(value(attribute(first, "identifier")))}});
          }
        },
};
}  // namespace assay::rules::scorm
