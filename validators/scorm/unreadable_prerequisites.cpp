#include <assay/rule.hpp>
#include <assay/scorm.hpp>

namespace assay::rules::scorm {
// A script that cannot be read never holds, and the item stays locked for ever. (scorm/R-023)
extern const RuleInfo unreadable_prerequisites;
const RuleInfo unreadable_prerequisites = {
    .id = "scorm.unreadable-prerequisites",
    .requirements = "R-023",
    .needs = "manifest",
    .message = "The prerequisites \"{script}\" cannot be read: {explanation}.",
    .fix = "Join identifiers of items with & (and) or | (or), for instance: intro & (quiz1 | quiz2).",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node node : nodes_named(*xml, "adlcp:prerequisites")) {
            if (trimmed(content(node)).empty()) continue;

            report.judged();
            std::string_view explanation;
            const auto visit = [](void* context, const ScriptPart& part) {
              if (part.kind == ScriptPart::Kind::fault) *static_cast<std::string_view*>(context) = part.explanation;
            };
            if (!read_aicc_script(content(node), visit, &explanation))
              report.report(node, {{"script", trimmed(content(node))}, {"explanation", explanation}});
          }
        },
};
}  // namespace assay::rules::scorm
