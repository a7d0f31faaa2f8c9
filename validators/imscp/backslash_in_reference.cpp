#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A backslash is no separator in a web address; browsers and Linux servers look for a file with that very name.
// (imscp/R-056)
extern const RuleInfo backslash_in_reference;
const RuleInfo backslash_in_reference = {
    .id = "imscp.backslash-in-reference",
    .requirements = "R-056",
    .needs = "manifest",
    .message = "\"{href}\" is written with a backslash.",
    .fix = "Write \"/\" instead of \"\\\": {target}.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Reference& reference : references(package)) {
            if (reference.resolution == Resolution::not_looked_up || reference.resolution == Resolution::external)
              continue;
            report.judged();
            if (reference.resolution != Resolution::local &&  // which has a rule of its own
                reference.href.find('\\') != std::string_view::npos)
              report.report(reference.node,
                            {{"href", reference.href}, {"target", reference.target}, {"found", reference.entry}});
          }
        },
};
}  // namespace assay::rules::imscp
