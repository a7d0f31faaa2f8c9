#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Readers do not know what the elements mean. (imsmd/R-056)
extern const RuleInfo record_in_unknown_namespace;
const RuleInfo record_in_unknown_namespace = {
    .id = "imsmd.record-in-unknown-namespace",
    .requirements = "R-056",
    .needs = "manifest metadata",
    .message = "The record stands in the namespace \"{namespace}\", which is not that of IMS MD.",
    .fix = "Write xmlns=\"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1\" on <lom>.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_record_namespaces(package, report, "imsmd"); },
};
}  // namespace assay::rules::imsmd
