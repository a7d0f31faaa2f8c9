#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A percent sign starts an escape of two hexadecimal digits; readers disagree about anything else. (imscp/R-059)
extern const RuleInfo malformed_percent_escape;
const RuleInfo malformed_percent_escape = {
    .id = "imscp.malformed-percent-escape",
    .requirements = "R-059",
    .needs = "manifest",
    .message = "\"{href}\" has a % that is not followed by two hexadecimal digits.",
    .fix = "Write a plain percent sign as %25.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::not_looked_up || reference.resolution == Resolution::external)
              continue;
            report.judged();
            if (reference.resolution == Resolution::malformed_escape)
              report.report(reference.node,
                            {{"href", reference.href}, {"target", reference.target}, {"found", reference.entry}});
          }
        },
};
}  // namespace assay::rules::imscp
