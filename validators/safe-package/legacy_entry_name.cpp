#include <assay/container.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Unpacked on a server in another country, such a file has another name, and the page that needs it shows a gap.
// (safe-package/R-115)
extern const RuleInfo legacy_entry_name;
const RuleInfo legacy_entry_name = {
    .id = "safe-package.legacy-entry-name",
    .requirements = "R-115",
    .needs = "entries",
    .message =
        "{count, plural, one {# name is} other {# names are}} written in an encoding that the zip does not declare; it "
        "is probably {charset} ({confidence} %): \"{bytes}\" is read as \"{name}\".",
    .fix = "Zip the course again with UTF-8 names: 7-Zip with the parameter cu=on, or the Windows Explorer of today.",
    .check = [](const Package& package, const Params&, Reporter& report) { report_legacy_names(package, report); },
};
}  // namespace assay::rules::safe_package
