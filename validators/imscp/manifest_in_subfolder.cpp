#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Almost every LMS looks for the manifest at the root and refuses the package otherwise; the course folder was
// zipped instead of what is in it. (imscp/R-002)
extern const RuleInfo manifest_in_subfolder;
const RuleInfo manifest_in_subfolder = {
    .id = "imscp.manifest-in-subfolder",
    .requirements = "R-002",
    .needs = "manifest",
    .message = "The manifest stands in the folder \"{folder}\" instead of at the root of the package.",
    .fix =
        "Zip the contents of \"{folder}\", not the folder itself, so that imsmanifest.xml is at the top; assay repair "
        "does it for you.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          if (document(package, "manifest", 0).file.empty() || entry_count(package) < 2) return;
          report.judged();
          const std::string_view root = package_root(package);
          if (!root.empty())
            report.report(Place::of_file(document(package, "manifest", 0).file),
                          {{"folder", root.substr(0, root.size() - 1)}});
        },
};
}  // namespace assay::rules::imscp
