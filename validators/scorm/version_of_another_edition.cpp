#include <assay/rule.hpp>

namespace assay::rules::scorm {
static constexpr ParamInfo version_of_another_edition_parameters[] = {{"editions", Join::fixed, "[\"CAM 1.3\"]"}};

// A package may be judged by the profile of another edition: what its own edition adds is unknown there.
// (scorm/R-102)
extern const RuleInfo version_of_another_edition;
const RuleInfo version_of_another_edition = {
    .id = "scorm.version-of-another-edition",
    .requirements = "R-102",
    .needs = "manifest",
    .message = "schemaversion says \"{value}\", but the package is judged as \"{edition}\".",
    .fix = "Judge it with the profile of its own edition, or publish it for this one and write {edition}.",
    .params = version_of_another_edition_parameters,
    .check =
        [](const Package& package, const Params& params, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          const auto editions = params.list("editions");
          for (Node node : nodes_named(*xml, "cp:schemaversion")) {
            if (name(parent(parent(node))) != "cp:manifest") continue;
            report.judged();
            const std::string_view version = trimmed(content(node));
            bool known = false, here = false;
            for (std::string_view each : {"CAM 1.3", "2004 3rd Edition", "2004 4th Edition"}) known |= version == each;
            for (std::string_view each : editions) here |= version == each;
            if (known && !here) report.report(node, {{"value", version}, {"edition", editions.back()}});
          }
        },
};
}  // namespace assay::rules::scorm
