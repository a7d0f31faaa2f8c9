#include <assay/rule.hpp>

namespace assay::rules::imscp {
// The reference is decoded before the file is looked up; the file bears the encoded name. (imscp/R-058)
extern const RuleInfo percent_encoding_mismatch;
const RuleInfo percent_encoding_mismatch = {
    .id = "imscp.percent-encoding-mismatch",
    .requirements = "R-058",
    .needs = "manifest",
    .message = "\"{href}\" is decoded before it is looked up, but the file in the package is called \"{found}\".",
    .fix = "Rename the file to its decoded name, or write % as %25 in the manifest.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_references(package, report, Resolution::percent); },
};
}  // namespace assay::rules::imscp
