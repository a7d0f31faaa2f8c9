#include <assay/rule.hpp>
#include <assay/scorm.hpp>

namespace assay::rules::scorm {
// The condition can never be met, and the item stays locked for ever. (scorm/R-024)
extern const RuleInfo prerequisite_names_no_item;
const RuleInfo prerequisite_names_no_item = {
    .id = "scorm.prerequisite-names-no-item",
    .requirements = "R-024",
    .needs = "manifest",
    .message = "The prerequisites name \"{name}\", which is no item.",
    .fix = "Write the identifier of an item that exists; the operators are &, | and ~.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node node : nodes_named(*xml, "adlcp:prerequisites")) {
            if (trimmed(content(node)).empty()) continue;

            struct State {
              const Package& package;
              Reporter& report;
              Node node;
            } state{package, report, node};
            read_aicc_script(
                content(node),
                [](void* context, const ScriptPart& part) {
                  State& now = *static_cast<State*>(context);
                  if (part.kind != ScriptPart::Kind::name) return;
                  now.report.judged();
                  if (find_item(now.package, part.text) != none) return;
                  const bool word = part.text == "AND" || part.text == "OR" || part.text == "NOT" ||
                                    part.text == "and" || part.text == "or" || part.text == "not";
                  now.report.report_cause(word ? "operator-as-word" : "unknown", now.node, {{"name", part.text}});
                },
                &state);
          }
        },
};
}  // namespace assay::rules::scorm
