#include <string>

#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The manifest promises files that were not packed; pages that use them show gaps. One finding a resource: exports that
// leave files out leave many out. (imscp/R-052)
extern const RuleInfo missing_listed_file;
const RuleInfo missing_listed_file = {
    .id = "imscp.missing-listed-file",
    .requirements = "R-052",
    .needs = "manifest",
    .message =
        "Resource \"{resource}\" lists {count, plural, one {# file} other {# files}} that the package does not have: "
        "{files}.",
    .fix = "Add the missing files to the package, or remove their file elements.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          constexpr std::uint32_t shown = 3;
          std::string files;
          std::uint32_t count = 0, resource = none;
          Node first;
          const auto finish = [&] {
            if (count == 0) return;
            if (count > shown) files += ", …";
            report.report(first, {{"resource", resources(package)[resource].identifier},
                                  {"count", std::to_string(count)},
                                  {"files", files}});
            files.clear();
            count = 0;
          };
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::not_looked_up || reference.resolution == Resolution::external)
              continue;
            if (local_name(reference.node) != "file") continue;
            if (reference.resource != resource) finish();
            resource = reference.resource;
            // The start file of the same resource is reported once, at the resource.
            const Resource& owner = resources(package)[resource];
            const bool start_file = owner.href != none && references(package)[owner.href].target == reference.target;
            report.judged();
            if (reference.resolution != Resolution::missing || start_file) continue;
            if (count == 0) first = reference.node;
            if (++count <= shown) files.append(count > 1 ? ", " : "").append(reference.target);
          }
          finish();
        },
};
}  // namespace assay::rules::imscp
