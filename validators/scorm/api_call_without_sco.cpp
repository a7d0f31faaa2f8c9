#include <assay/content.hpp>

namespace assay::rules::scorm {
// An asset gets no API: the course tells its learner "Unable to find an API adapter". (scorm/R-142)
extern const RuleInfo api_call_without_sco;
const RuleInfo api_call_without_sco = {
    .id = "scorm.api-call-without-sco",
    .requirements = "R-142",
    .needs = "manifest content",
    .message =
        "Every resource is an asset, but \"{file}\" calls the learning system: an asset gets no API, so that nothing "
        "is recorded.",
    .fix = "Make the resource that starts it a SCO.",
    .confidence = 0.8,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto seen = sightings(package, "scorm-api");
          if (seen.empty() || resources(package).empty()) return;
          report.judged();
          const Resource* started = nullptr;
          for (const Resource& resource : resources(package)) {
            if (resource.scorm_type != "asset") return;  // a SCO, or one that does not say what it is
            if (!started && resource.used_by_items > 0 && resource.href != none) started = &resource;
          }
          if (started) report.report(started->node, {{"file", seen.front().file}});
        },
};
}  // namespace assay::rules::scorm
