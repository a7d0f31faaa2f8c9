#include <assay/content.hpp>

namespace assay::rules::safe_package {
// A namespace with a Cyrillic letter looks right on paper and hides all of its elements from every program; what is
// hidden is not judged. (safe-package/R-243)
extern const RuleInfo look_alike_namespace;
const RuleInfo look_alike_namespace = {
    .id = "safe-package.look-alike-namespace",
    .requirements = "R-243",
    .needs = "documents",
    .message = "The namespace \"{uri}\" looks like \"{meant}\", but is written with other characters.",
    .fix = "Write {meant}, typed anew.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < document_count(package, "documents"); ++i)
            if (xml_document(package, "documents", i)) report.judged();
          for (const LookAlike& each : look_alike_namespaces(package))
            report.report(each.node, {{"uri", each.uri}, {"meant", each.meant}});
        },
};
}  // namespace assay::rules::safe_package
