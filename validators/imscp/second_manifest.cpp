#include <string>

#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Importers disagree about which of several manifests they read. (imscp/R-068)
extern const RuleInfo second_manifest;
const RuleInfo second_manifest = {
    .id = "imscp.second-manifest",
    .requirements = "R-068",
    .needs = "manifest second-manifest",
    .message = "There is another manifest in the package, \"{name}\" ({kind}); judged was \"{own}\" ({own_kind}).",
    .fix = "Remove the manifest that is not meant to be used, with the files that belong to it alone.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          // What a manifest says that it is: "ADL SCORM 1.2"; else its namespace.
          const auto label = [](const XmlDocument* xml) -> std::string {
            if (!xml) return "not readable";
            const Node metadata = child(root(*xml), "cp:metadata");
            const std::string_view schema = trimmed(content(child(metadata, "cp:schema")));
            const std::string_view version = trimmed(content(child(metadata, "cp:schemaversion")));
            if (!schema.empty() || !version.empty())
              return std::string(schema).append(schema.empty() ? "version " : " ").append(version);
            return "of no declared version";
          };
          const DocumentView own = document(package, "manifest", 0);
          if (own.file.empty() || entry_count(package) < 2) return;
          report.judged();
          for (std::uint32_t i = 0; i < document_count(package, "second-manifest"); ++i) {
            const std::string_view file = document(package, "second-manifest", i).file;
            report.report(Place::of_file(file), {{"name", file},
                                                 {"kind", label(xml_document(package, "second-manifest", i))},
                                                 {"own", own.file},
                                                 {"own_kind", label(manifest(package))}});
          }
        },
};
}  // namespace assay::rules::imscp
