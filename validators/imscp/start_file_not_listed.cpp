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
          const auto all = references(package);
          for (std::uint32_t i = 0; i < resources(package).size(); ++i) {
            const Resource& resource = resources(package)[i];
            if (resource.href == none) continue;
            const Reference& start = all[resource.href];
            if (start.resolution == Resolution::external || start.resolution == Resolution::empty) continue;
            report.judged();
            // References of one resource follow its own href.
            bool listed = false;
            for (std::uint32_t k = resource.href + 1; k < all.size() && all[k].resource == i; ++k)
              listed = listed || all[k].target == start.target;
            // A query or fragment belongs to the start address, not to the file.
            const std::string_view file = trimmed(start.href).substr(0, trimmed(start.href).find_first_of("?#"));
            if (!listed)
              report.report(resource.node, {{"resource", resource.identifier}, {"href", start.href}, {"file", file}});
          }
        },
};
}  // namespace assay::rules::imscp
