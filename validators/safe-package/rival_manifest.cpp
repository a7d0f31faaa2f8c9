#include <assay/entry_names.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// One reader takes the first of two manifests, another the last, and one on Windows whichever was unpacked last.
// (safe-package/R-117)
extern const RuleInfo rival_manifest;
const RuleInfo rival_manifest = {
    .id = "safe-package.rival-manifest",
    .requirements = "R-117",
    .needs = "entries",
    .message = "Besides \"{other}\" there is \"{name}\" in the same place: another reader takes that one.",
    .fix = "Keep one of them, and zip the course again into a new file.",
    .check = [](const Package& package, const Params&, Reporter& report) { report_rival_manifests(package, report); },
};
}  // namespace assay::rules::safe_package
