#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// A resource that is part of itself confuses readers that follow relations. (lom/R-037)
extern const RuleInfo relation_to_itself;
const RuleInfo relation_to_itself = {
    .id = "lom.relation-to-itself",
    .requirements = "R-037",
    .needs = "manifest metadata",
    .message = "The record relates \"{entry}\" to itself.",
    .fix = "Name the identifier of the other resource.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:relation", [&](Node relation) {
            const Node resource = child(relation, "lom:resource");
            const Node theirs = child(child(resource, "lom:identifier"), "lom:entry");
            const Node ours = child(child(child(parent(relation), "lom:general"), "lom:identifier"), "lom:entry");
            if (!theirs || !ours) return;
            report.judged();
            const std::string_view entry = trimmed(content(theirs));
            if (!entry.empty() && entry == trimmed(content(ours))) report.report(theirs, {{"entry", entry}});
          });
        },
};
}  // namespace assay::rules::lom
