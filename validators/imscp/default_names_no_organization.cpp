#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The default has to be one of the organizations right below; an identifier of an item or resource passes the
// schema and means nothing. (imscp/R-021)
extern const RuleInfo default_names_no_organization;
const RuleInfo default_names_no_organization = {
    .id = "imscp.default-names-no-organization",
    .requirements = "R-021",
    .needs = "manifest",
    .message = "The default organization \"{default}\" is an identifier in the manifest, but of no organization.",
    .fix = "Name one of the organization elements, or remove the attribute.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* document_of_manifest = manifest(package);
          if (!document_of_manifest) return;
          for (Node list : nodes_named(*document_of_manifest, "cp:organizations")) {
            const Attribute chosen = attribute(list, "default");
            if (!chosen) continue;
            report.judged();
            bool here = false, elsewhere = false;
            for (const Organization& each : organizations(package))
              here = here || (parent(each.node) == list && each.identifier == trimmed(value(chosen)));
            for (const Item& each : items(package)) elsewhere = elsewhere || each.identifier == trimmed(value(chosen));
            for (const Resource& each : resources(package))
              elsewhere = elsewhere || each.identifier == trimmed(value(chosen));
            // An identifier that stands nowhere is a schema defect and reported as such.
            if (!here && elsewhere) report.report(list, {{"default", trimmed(value(chosen))}});
          }
        },
};
}  // namespace assay::rules::imscp
