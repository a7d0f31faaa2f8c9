#include <assay/content.hpp>

namespace assay::rules::scorm {
// The learning system offers the API that the manifest asks for, and the course looks for the other one: it runs, and
// nothing is recorded. Wrappers that know both versions are fine. (scorm/R-141)
extern const RuleInfo api_of_another_version;
const RuleInfo api_of_another_version = {
    .id = "scorm.api-of-another-version",
    .requirements = "R-141",
    .needs = "manifest content",
    .message =
        "The scripts call the learning system only as in {found} ({name}); the manifest declares {declared}, so the "
        "course will run without a result.",
    .fix = "Publish the course again for {declared}, or let the manifest declare {found}.",
    .confidence = 0.8,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml || looked_for(package, "scorm-api").left_out > 0) return;  // the other name may stand there
          const bool old = namespace_uri(root(*xml)) == "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
          const std::string_view declared = old ? "SCORM 1.2" : "SCORM 2004";
          const auto seen = sightings(package, "scorm-api");
          if (seen.empty()) return;
          report.judged();
          for (const Sighting& each : seen)
            if (each.value == declared) return;
          const Sighting& first = seen.front();
          report.report(
              Place::at(first.file, first.line, first.column),
              {{"found", first.value}, {"name", old ? "API_1484_11" : "LMSInitialize"}, {"declared", declared}});
        },
};
}  // namespace assay::rules::scorm
