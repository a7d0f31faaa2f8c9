#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A slash in front means the root of the web server, not of the package. (imscp/R-057)
extern const RuleInfo leading_slash_in_reference;
const RuleInfo leading_slash_in_reference = {
    .id = "imscp.leading-slash-in-reference",
    .requirements = "R-057",
    .needs = "manifest",
    .message = "\"{href}\" begins with a slash.",
    .fix = "Drop the slash: {target}.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::not_looked_up || reference.resolution == Resolution::external)
              continue;
            report.judged();
            if (!reference.href.empty() && reference.href.front() == '/')
              report.report(reference.node,
                            {{"href", reference.href}, {"target", reference.target}, {"found", reference.entry}});
          }
        },
};
}  // namespace assay::rules::imscp
