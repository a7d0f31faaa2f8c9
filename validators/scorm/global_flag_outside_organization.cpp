#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Whether objectives and shared data outlive the course is a matter of the organization. (scorm/R-127)
extern const RuleInfo global_flag_outside_organization;
const RuleInfo global_flag_outside_organization = {
    .id = "scorm.global-flag-outside-organization",
    .requirements = "R-127",
    .needs = "manifest",
    .message = "<{element}> has {attribute}; only organizations have it.",
    .fix = "Move it to the organization.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (std::string_view wanted : {"cp:manifest", "cp:metadata", "cp:organizations", "cp:organization",
                                          "cp:item", "cp:resources", "cp:resource", "cp:file", "cp:dependency"})
            for (Node node : nodes_named(*xml, wanted))
              for (std::string_view flag : {"adlseq:objectivesGlobalToSystem", "adlcp:sharedDataGlobalToSystem"}) {
                const Attribute found = attribute(node, flag);
                if (!found) continue;
                report.judged();
                if (wanted != "cp:organization")
                  report.report(node, {{"element", written_name(node)}, {"attribute", written_name(found)}});
              }
        },
};
}  // namespace assay::rules::scorm
