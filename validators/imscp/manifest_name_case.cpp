#include <assay/rule.hpp>

namespace assay::rules::imscp {
// On a server that tells upper from lower case the manifest is not found under another spelling. (imscp/R-001)
extern const RuleInfo manifest_name_case;
const RuleInfo manifest_name_case = {
    .id = "imscp.manifest-name-case",
    .requirements = "R-001",
    .needs = "manifest",
    .message = "The manifest is called \"{name}\" instead of imsmanifest.xml.",
    .fix = "Rename it to imsmanifest.xml, all in lower case.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const std::string_view file = document(package, "manifest", 0).file;
          if (file.empty() || entry_count(package) < 2) return;
          report.judged();
          const std::string_view name = file.substr(file.rfind('/') + 1);
          if (name != "imsmanifest.xml") report.report(Place::of_file(file), {{"name", name}});
        },
};
}  // namespace assay::rules::imscp
