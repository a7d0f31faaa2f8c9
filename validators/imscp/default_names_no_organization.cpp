#include <algorithm>
#include <vector>

#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The default has to be one of the organizations right below; any other identifier of the manifest passes the
// schema and means nothing. (imscp/R-021)
extern const RuleInfo default_names_no_organization;
const RuleInfo default_names_no_organization = {
    .id = "imscp.default-names-no-organization",
    .requirements = "R-021",
    .needs = "manifest",
    .message = "The default \"{default}\" is an identifier in the manifest, but not of an organization below it.",
    .fix =
        "Write the identifier of an organization that stands inside this element ({known}), or remove the attribute.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* document_of_manifest = manifest(package);
          if (!document_of_manifest) return;
          std::vector<std::string_view> identifiers;
          for (const Organization& each : organizations(package)) identifiers.push_back(each.identifier);
          for (const Item& each : items(package)) identifiers.push_back(each.identifier);
          for (const Resource& each : resources(package)) identifiers.push_back(each.identifier);
          for (Node each : nodes_named(*document_of_manifest, "cp:manifest"))
            identifiers.push_back(trimmed(value(attribute(each, "identifier"))));
          std::sort(identifiers.begin(), identifiers.end());
          for (Node list : nodes_named(*document_of_manifest, "cp:organizations")) {
            const Attribute chosen = attribute(list, "default");
            if (!chosen) continue;
            report.judged();
            const std::string_view wanted = trimmed(value(chosen));
            std::string_view known = "there is none";
            bool here = false;
            for (Node each = first_child(list); each && !here; each = next_sibling(each)) {
              if (local_name(each) != "organization") continue;
              const std::string_view identifier = trimmed(value(attribute(each, "identifier")));
              here = identifier == wanted;
              if (known == "there is none") known = identifier;
            }
            // An identifier that stands nowhere is a schema defect and reported as such.
            if (!here && std::binary_search(identifiers.begin(), identifiers.end(), wanted))
              report.report(list, {{"default", wanted}, {"known", known}});
          }
        },
};
}  // namespace assay::rules::imscp
