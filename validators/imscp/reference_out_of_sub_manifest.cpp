#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A sub-manifest can be taken out and used on its own; what it needs from outside is then gone. (imscp/R-078)
extern const RuleInfo reference_out_of_sub_manifest;
const RuleInfo reference_out_of_sub_manifest = {
    .id = "imscp.reference-out-of-sub-manifest",
    .requirements = "R-078",
    .needs = "manifest",
    .message = "<{element}> in a sub-manifest refers to \"{identifierref}\", a resource outside of that sub-manifest.",
    .fix = "Copy the resource into the sub-manifest under an identifier of its own, or move the item out.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* document_of_manifest = manifest(package);
          if (!document_of_manifest) return;
          const auto judge = [&](Node from, std::uint32_t to, std::string_view identifierref) {
            Node home = parent(from);
            while (home && local_name(home) != "manifest") home = parent(home);
            // A manifest may use what it contains; the outermost one contains everything.
            if (to == none || !home || !parent(home)) return;
            report.judged();
            Node around = resources(package)[to].node;
            while (around && around != home) around = parent(around);
            if (!around)
              report.report(from, {{"element", written_name(from)}, {"identifierref", trimmed(identifierref)}});
          };
          for (const Item& item : items(package)) judge(item.node, item.resource, item.identifierref);
          for (const Dependency& edge : dependencies(package)) judge(edge.node, edge.to, edge.identifierref);
        },
};
}  // namespace assay::rules::imscp
