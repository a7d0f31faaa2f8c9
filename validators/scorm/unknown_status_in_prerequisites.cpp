#include <assay/rule.hpp>
#include <assay/scorm.hpp>

namespace assay::rules::scorm {
// The comparison never holds. (scorm/R-025)
extern const RuleInfo unknown_status_in_prerequisites;
const RuleInfo unknown_status_in_prerequisites = {
    .id = "scorm.unknown-status-in-prerequisites",
    .requirements = "R-025",
    .needs = "manifest",
    .message = "The prerequisites compare with \"{status}\", which is no status.",
    .fix = "Write passed, completed, failed, incomplete, browsed or \"not attempted\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node node : nodes_named(*xml, "adlcp:prerequisites")) {
            if (trimmed(content(node)).empty()) continue;

            struct State {
              Reporter& report;
              Node node;
            } state{report, node};
            read_aicc_script(
                content(node),
                [](void* context, const ScriptPart& part) {
                  State& now = *static_cast<State*>(context);
                  if (part.kind != ScriptPart::Kind::status) return;
                  now.report.judged();
                  for (std::string_view known :
                       {"passed", "completed", "failed", "incomplete", "browsed", "not attempted"})
                    if (part.text == known || (part.text.size() == 1 && part.text[0] == known[0])) return;
                  now.report.report(now.node, {{"status", part.text}});
                },
                &state);
          }
        },
};
}  // namespace assay::rules::scorm
