#include <assay/rule.hpp>

namespace assay::rules::scorm {
// The 4th Edition allows it, and learning systems start such a resource; the validator of the 3rd Edition refuses it.
// (scorm/R-113)
extern const RuleInfo start_file_of_dependency;
const RuleInfo start_file_of_dependency = {
    .id = "scorm.start-file-of-dependency",
    .requirements = "R-113",
    .needs = "manifest",
    .message = "The start file \"{href}\" of resource \"{resource}\" is listed only by a resource that it depends on.",
    .fix = "Add <file href=\"{file}\"/> to the resource itself as well.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Resource& resource : resources(package)) {
            if (resource.start_file == StartFile::not_judged) continue;
            report.judged();
            if (resource.start_file != StartFile::dependency) continue;
            const std::string_view href = references(package)[resource.href].href;
            const std::string_view file = trimmed(href).substr(0, trimmed(href).find_first_of("?#"));
            report.report(resource.node, {{"resource", resource.identifier}, {"href", href}, {"file", file}});
          }
        },
};
}  // namespace assay::rules::scorm
