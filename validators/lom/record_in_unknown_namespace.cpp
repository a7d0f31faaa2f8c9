#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers do not know what the elements mean. (lom/R-059)
extern const RuleInfo record_in_unknown_namespace;
const RuleInfo record_in_unknown_namespace = {
    .id = "lom.record-in-unknown-namespace",
    .requirements = "R-059",
    .needs = "manifest metadata",
    .message = "The record stands in the namespace \"{namespace}\", which is not that of IEEE LOM.",
    .fix = "Write xmlns=\"http://ltsc.ieee.org/xsd/LOM\" on <lom>.",
    .check = [](const Package& package, const Params&,
                Reporter& report) { report_record_namespaces(package, report, "lom"); },
};
}  // namespace assay::rules::lom
