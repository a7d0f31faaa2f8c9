#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// A SCO that never reports stays "not attempted". (acs-package/PAGE-07)
extern const RuleInfo launch_without_api;
const RuleInfo launch_without_api = {
    .id = "acs-package.launch-without-api",
    .requirements = "PAGE-07",
    .needs = "manifest",
    .message = "Nothing in the package speaks to the learning system, although {names} is launched as a SCO.",
    .fix = "Export the course with SCORM tracking, or declare the resource an asset.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          bool speaks = false, sco = false;
          for (const Page& page : pages(package)) {
            speaks = speaks || page.uses_api || (page.launch && page.loads_scripts) || !page.read;
            for (const PageReference& each : page.references)
              speaks =
                  speaks ||
                  (each.resolution == Resolution::external && (each.use == Use::script || each.use == Use::frame)) ||
                  each.use == Use::object;
          }
          for (const Launch& launch : launches(package))
            if (launch.kind == Launch::Kind::tracked && !launch.entry.empty() && items(package).size() > 0) {
              sco = true;
              if (found.count() == 0) found.add(launch.place, launch.value);
            }
          if (!sco || pages_incomplete(package)) return;
          report.judged();
          if (!speaks) found.report(report);
        },
};
}  // namespace assay::rules::acs_package
