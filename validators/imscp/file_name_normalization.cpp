#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Two spellings of an accented or composed letter look alike and are different names to a server. (imscp/R-055)
extern const RuleInfo file_name_normalization;
const RuleInfo file_name_normalization = {
    .id = "imscp.file-name-normalization",
    .requirements = "R-055",
    .needs = "manifest",
    .message = "\"{href}\" is in the package under the same letters in another Unicode form.",
    .fix =
        "Rename the file in form NFC (zip it on a system other than an old macOS), or copy the name from the file into "
        "the manifest.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_references(package, report, Resolution::normalization); },
};
}  // namespace assay::rules::imscp
