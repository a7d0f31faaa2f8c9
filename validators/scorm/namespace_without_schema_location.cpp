#include <string>

#include <assay/rule.hpp>

namespace assay::rules::scorm {
// Only the ADL test suite looks: once a manifest names schemas, it wants one for every namespace. (scorm/R-134)
extern const RuleInfo namespace_without_schema_location;
const RuleInfo namespace_without_schema_location = {
    .id = "scorm.namespace-without-schema-location",
    .requirements = "R-134",
    .needs = "manifest",
    .message = "schemaLocation names schemas, but none for {namespaces}.",
    .fix = "Add a pair of namespace and schema file for each, or remove schemaLocation.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          static constexpr std::string_view known[][2] = {
              {"cp", "http://www.imsglobal.org/xsd/imscp_v1p1"},   {"adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3"},
              {"adlseq", "http://www.adlnet.org/xsd/adlseq_v1p3"}, {"adlnav", "http://www.adlnet.org/xsd/adlnav_v1p3"},
              {"imsss", "http://www.imsglobal.org/xsd/imsss"},     {"lom", "http://ltsc.ieee.org/xsd/LOM"}};
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          std::string all(" ");
          all.append(value(attribute(root(*xml), "xsi:schemaLocation")));
          for (std::string_view each : {"lom:lom", "imsmd:lom"})  // records may name theirs themselves
            for (Node node : nodes_named(*xml, each))
              all.append(" ").append(value(attribute(node, "xsi:schemaLocation")));
          if (trimmed(all).empty()) return;
          report.judged();
          std::string absent;
          for (const auto& [prefix, uri] : known)
            if (uses_prefix(*xml, prefix) && all.find(uri) == std::string::npos)
              absent.append(absent.empty() ? "" : ", ").append(uri);
          if (!absent.empty()) report.report(root(*xml), {{"namespaces", absent}});
        },
};
}  // namespace assay::rules::scorm
