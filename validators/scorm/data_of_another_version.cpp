#include <assay/content.hpp>

namespace assay::rules::scorm {
// The learning system answers that it does not know the element, and score or completion are lost. Scripts that know
// both versions are fine. (scorm/R-143)
extern const RuleInfo data_of_another_version;
const RuleInfo data_of_another_version = {
    .id = "scorm.data-of-another-version",
    .requirements = "R-143",
    .needs = "manifest content",
    .message =
        "The scripts name only data of {found} (such as {name}); the manifest declares {declared}, so score and "
        "completion will be lost.",
    .fix = "Publish the course again for {declared}, or let the manifest declare {found}.",
    .confidence = 0.8,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml || looked_for(package, "scorm-data").left_out > 0) return;  // the others may stand there
          const bool old = namespace_uri(root(*xml)) == "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
          const std::string_view declared = old ? "SCORM 1.2" : "SCORM 2004";
          const auto seen = sightings(package, "scorm-data");
          if (seen.empty()) return;
          report.judged();
          for (const Sighting& each : seen)
            if (each.value == declared) return;
          const Sighting& first = seen.front();
          report.report(Place::at(first.file, first.line, first.column),
                        {{"found", first.value},
                         {"name", old ? "cmi.completion_status" : "cmi.core.lesson_status"},
                         {"declared", declared}});
        },
};
}  // namespace assay::rules::scorm
