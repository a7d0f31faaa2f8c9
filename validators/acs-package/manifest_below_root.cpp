#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Most learning systems look at the root only. (acs-package/MAN-01)
extern const RuleInfo manifest_below_root;
const RuleInfo manifest_below_root = {
    .id = "acs-package.manifest-below-root",
    .requirements = "MAN-01",
    .needs = "manifest",
    .message = "The manifest stands in the folder \"{folder}\", not at the root of the package.",
    .fix =
        "Open the folder, select everything in it, and zip that. If most files stand outside of it, this is the source "
        "of a course: "
        "export it with the tool that made it.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          if (document_count(package, "manifest") == 0) return;
          report.judged();
          const std::string_view folder = package_root(package);
          if (!folder.empty())
            report.report(Place::of_file(document(package, "manifest", 0).file), {{"folder", folder}});
        },
};
}  // namespace assay::rules::acs_package
