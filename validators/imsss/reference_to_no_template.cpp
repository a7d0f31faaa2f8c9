#include <unordered_set>

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
          std::unordered_set<std::string_view> others;
          for (const char* element : {"cp:manifest", "cp:organization", "cp:item", "cp:resource"})
            for (const Node node : nodes_named(*xml, element))
              others.insert(trimmed(value(attribute(node, "identifier"))));
          for (const Sequencing& each : tree.sequencings)
            if (each.activity != none) others.insert(each.id);
          for (const Sequencing& each : tree.sequencings) {
            if (each.activity == none || each.reference.empty()) continue;
            report.judged();
            if (each.base == none && others.contains(each.reference))
              report.report(each.node,
                            {{"item", tree.activities[each.activity].identifier}, {"reference", each.reference}});
          }
        },
};
}  // namespace assay::rules::imsss
