#include <string>
#include <vector>

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
          // SCORM 1.2 names its files itself; in SCORM 2004 they are those that schemaLocation gives, by their last
          // step.
          std::vector<std::string_view> wanted;
          if (namespace_uri(root(*xml)) == "http://www.imsproject.org/xsd/imscp_rootv1p1p2") {
            wanted = {"adlcp_rootv1p2.xsd", "imscp_rootv1p1p2.xsd", "ims_xml.xsd"};
            if (!nodes_named(*xml, "imsmd:lom").empty() || document_count(package, "metadata") > 0)
              wanted.push_back("imsmd_rootv1p2p1.xsd");
          } else {
            std::string_view list = value(attribute(root(*xml), "xsi:schemaLocation"));
            for (std::size_t token = 0; !(list = trimmed(list)).empty(); ++token) {
              const std::string_view one = list.substr(0, list.find_first_of(" \t\r\n"));
              list.remove_prefix(one.size());
              if (token % 2 == 1) wanted.push_back(one.substr(one.rfind('/') + 1));
            }
          }
          std::string names;
          for (const std::string_view file : wanted) {
            report.judged();
            if (find_entry(package, std::string(package_root(package)).append(file)) == none)
              names.append(names.empty() ? "" : ", ").append(file);
          }
          if (!names.empty()) report.report(Place::of_file(document(package, "manifest", 0).file), {{"names", names}});
        },
};
}  // namespace assay::rules::scorm
