#include <assay/rule.hpp>

namespace assay::rules::imscp {
// It works on Windows and fails on the usual Linux server, where names that differ in case are different files.
// (imscp/R-054)
extern const RuleInfo file_name_case;
const RuleInfo file_name_case = {
    .id = "imscp.file-name-case",
    .requirements = "R-054",
    .needs = "manifest",
    .message = "\"{href}\" is in the package as \"{found}\": upper and lower case differ.",
    .fix = "Write the name exactly as the file is called, or rename the file.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_references(package, report, Resolution::case_only); },
};
}  // namespace assay::rules::imscp
