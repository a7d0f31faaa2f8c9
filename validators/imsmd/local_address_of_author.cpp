#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// It leads nobody but the author anywhere. (imsmd/R-047)
extern const RuleInfo local_address_of_author;
const RuleInfo local_address_of_author = {
    .id = "imsmd.local-address-of-author",
    .requirements = "R-047",
    .needs = "manifest metadata",
    .message = "\"{value}\" is an address on the author's computer or network.",
    .fix = "Write the address that others can open, or the path inside the package.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "imsmd:location", [&](Node location) {
            const std::string_view address = trimmed(content(location));
            if (address.empty()) return;
            report.judged();
            if (is_local_address(address)) report.report(location, {{"value", address}});
          });
        },
};
}  // namespace assay::rules::imsmd
