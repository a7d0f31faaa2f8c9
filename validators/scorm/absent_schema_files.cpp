#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The test suite of the standard's owner rejects a package without them; learning systems ignore them.
// (scorm/R-006)
extern const RuleInfo absent_schema_files;
const RuleInfo absent_schema_files = {
    .id = "scorm.absent-schema-files",
    .requirements = "R-006",
    .needs = "manifest entries",
    .message = "The schema files {names} are not at the root of the package.",
    .fix = "Add them only if the package has to pass the old ADL test suite; learning systems do not need them.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml || entry_count(package) < 2) return;
          const std::string_view root_folder = package_root(package);
          char names[120];
          std::size_t size = 0;
          for (std::string_view wanted :
               {"adlcp_rootv1p2.xsd", "imscp_rootv1p1p2.xsd", "ims_xml.xsd", "imsmd_rootv1p2p1.xsd"}) {
            if (wanted.starts_with("imsmd") && nodes_named(*xml, "imsmd:lom").empty() &&
                document_count(package, "metadata") == 0)
              continue;
            report.judged();
            bool there = false;
            for (std::uint32_t i = 0; i < entry_count(package) && !there; ++i) {
              const std::string_view file = entry(package, i).name;
              there = file.starts_with(root_folder) && file.substr(root_folder.size()) == wanted;
            }
            if (there) continue;
            if (size) size += std::string_view(", ").copy(names + size, 2);
            size += wanted.copy(names + size, wanted.size());
          }
          if (size) report.report(Place::of_file(document(package, "manifest", 0).file), {{"names", {names, size}}});
        },
};
}  // namespace assay::rules::scorm
