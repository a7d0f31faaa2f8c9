#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Still in the schema of the 2nd Edition; its addendum of 2005 deprecates it. (scorm/R-140)
extern const RuleInfo deprecated_persist_state;
const RuleInfo deprecated_persist_state = {
    .id = "scorm.deprecated-persist-state",
    .requirements = "R-140",
    .needs = "manifest",
    .message = "{attribute} has been deprecated since 2005; no system reads it.",
    .fix = "Remove {attribute}.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (std::string_view wanted : {"cp:manifest", "cp:organizations", "cp:organization", "cp:item",
                                          "cp:resources", "cp:resource", "cp:file", "cp:dependency"})
            for (Node node : nodes_named(*xml, wanted)) {
              report.judged();
              if (const Attribute found = attribute(node, "adlcp:persistState"))
                report.report(node, {{"attribute", written_name(found)}});
            }
        },
};
}  // namespace assay::rules::scorm
