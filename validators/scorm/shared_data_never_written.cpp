#include <unordered_set>

#include <assay/rule.hpp>

namespace assay::rules::scorm {
// What nobody writes stays empty. (scorm/R-318)
extern const RuleInfo shared_data_never_written;
const RuleInfo shared_data_never_written = {
    .id = "scorm.shared-data-never-written",
    .requirements = "R-318",
    .needs = "manifest",
    .message =
        "\"{item}\" reads the shared data \"{target}\", which no activity of this course ever writes: it stays empty.",
    .fix = "Let the activity that fills it say writeSharedData=\"true\", or correct the name.",
    .confidence = 0.7,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          std::unordered_set<std::string_view> written, seen;
          const auto target = [](Node map) { return trimmed(value(attribute(map, "targetID"))); };
          for (const Node map : nodes_named(*xml, "adlcp:map"))
            if (trimmed(value(attribute(map, "writeSharedData"))) == "true") written.insert(target(map));
          for (const Node map : nodes_named(*xml, "adlcp:map")) {
            if (trimmed(value(attribute(map, "readSharedData"))) == "false" || target(map).empty()) continue;
            report.judged();
            if (!written.contains(target(map)) && seen.insert(target(map)).second)
              report.report(map,
                            {{"item", value(attribute(parent(parent(map)), "identifier"))}, {"target", target(map)}});
          }
        },
};
}  // namespace assay::rules::scorm
