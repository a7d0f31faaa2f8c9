#include <assay/rule.hpp>

namespace assay::rules::scorm {
// A learning system takes the resource for an asset and offers it no API: the course cannot report scores.
// (scorm/R-012)
static constexpr ParamInfo resource_without_scormtype_parameters[] = {{"name", Join::fixed, "\"adlcp:scormtype\""}};
extern const RuleInfo resource_without_scormtype;
const RuleInfo resource_without_scormtype = {
    .id = "scorm.resource-without-scormtype",
    .requirements = "R-012",
    .needs = "manifest",
    .message = "Resource \"{resource}\" has no {name}.",
    .fix = "Add {name}=\"sco\" if it talks to the learning system, else {name}=\"asset\".",
    .params = resource_without_scormtype_parameters,
    .check =
        [](const Package& package, const Params& params, Reporter& report) {
          for (const Resource& resource : resources(package)) {
            report.judged();
            bool there = false;  // any spelling: the wrong ones are defects of their own
            for (Attribute each = first_attribute(resource.node); each; each = next_attribute(each)) {
              std::string_view local = name(each);
              local = local.substr(local.find_last_of(":}") + 1);
              there = there || local == "scormtype" || local == "scormType";
            }
            if (!there)
              report.report(resource.node, {{"resource", resource.identifier}, {"name", params.text("name")}});
          }
        },
};
}  // namespace assay::rules::scorm
