#include <assay/rule.hpp>

namespace assay::rules::imscp {
// An address without a path means the manifest or the folder itself: the learner gets a list of files, or an error.
// (imscp/R-079)
extern const RuleInfo empty_reference;
const RuleInfo empty_reference = {
    .id = "imscp.empty-reference",
    .requirements = "R-079",
    .needs = "manifest",
    .message = "The address \"{href}\" of <{element}> names no file.",
    .fix = "Write the path of the file as it stands in the package, or leave the address out where it is optional.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Reference& reference : references(package)) {
            report.judged();
            if (reference.resolution == Resolution::empty)
              report.report(reference.node, {{"href", reference.href}, {"element", written_name(reference.node)}});
          }
        },
};
}  // namespace assay::rules::imscp
