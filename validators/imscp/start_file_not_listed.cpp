#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Tools that copy only the listed files leave the start page behind. (imscp/R-063)
extern const RuleInfo start_file_not_listed;
const RuleInfo start_file_not_listed = {
    .id = "imscp.start-file-not-listed",
    .requirements = "R-063",
    .needs = "manifest",
    .message = "The start file \"{href}\" of resource \"{resource}\" is not among its file elements.",
    .fix = "Add <file href=\"{file}\"/> to the resource.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Resource& resource : resources(package)) {
            if (resource.start_file == StartFile::not_judged) continue;
            report.judged();
            if (resource.start_file == StartFile::unknown) report.blocked();
            if (resource.start_file != StartFile::nobody) continue;
            // A query or fragment belongs to the start address, not to the file.
            const std::string_view href = references(package)[resource.href].href;
            const std::string_view file = trimmed(href).substr(0, trimmed(href).find_first_of("?#"));
            report.report(resource.node, {{"resource", resource.identifier}, {"href", href}, {"file", file}});
          }
        },
};
}  // namespace assay::rules::imscp
