#include <unordered_map>
#include <vector>

#include <assay/rule.hpp>
#include <assay/sequencing.hpp>

namespace assay::rules::imsss {
// The schema is content when any element bears the identifier. (imsss/R-009)
extern const RuleInfo reference_to_no_template;
const RuleInfo reference_to_no_template = {
    .id = "imsss.reference-to-no-template",
    .requirements = "R-009",
    .needs = "manifest",
    .message =
        "IDRef=\"{reference}\" of \"{item}\" names something else than a sequencing template, so the activity runs "
        "without it.",
    .fix = "Write the ID of a sequencing element in sequencingCollection, or remove IDRef.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;

          const ActivityTree& tree = activity_tree(package);
          std::unordered_map<std::string_view, std::vector<const Sequencing*>> astray;
          for (const Sequencing& each : tree.sequencings) {
            if (each.activity == none || each.reference.empty()) continue;
            report.judged();
            if (each.base == none) astray[each.reference].push_back(&each);
          }
          if (astray.empty()) return;
          // One that nothing bears is a defect of the schema, and told there.
          const auto named = [&](std::string_view identifier) {
            const auto found = astray.find(identifier);
            if (found == astray.end()) return;
            for (const Sequencing* each : found->second)
              report.report(each->node,
                            {{"item", tree.activities[each->activity].identifier}, {"reference", each->reference}});
            astray.erase(found);
          };
          for (const char* element : {"cp:manifest", "cp:organization", "cp:item", "cp:resource"})
            for (const Node node : nodes_named(*xml, element)) named(trimmed(value(attribute(node, "identifier"))));
          for (const Sequencing& each : tree.sequencings)
            if (each.activity != none) named(each.id);
        },
};
}  // namespace assay::rules::imsss
