#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Importers disagree about which of several manifests they read. (imscp/R-068)
extern const RuleInfo second_manifest;
const RuleInfo second_manifest = {
    .id = "imscp.second-manifest",
    .requirements = "R-068",
    .needs = "manifest entries",
    .message = "There is another manifest in the package: \"{name}\".",
    .fix = "Remove the older copy of the course from the package.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const std::string_view own = document(package, "manifest", 0).file;
          if (own.empty() || entry_count(package) < 2) return;
          report.judged();
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const std::string_view file = entry(package, i).name;
            if (file != own && file.ends_with("/imsmanifest.xml") && !file.starts_with("__MACOSX/"))
              report.report(Place::of_file(file), {{"name", file}});
          }
        },
};
}  // namespace assay::rules::imscp
