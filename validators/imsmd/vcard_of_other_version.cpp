#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// The standard means vCard 3.0; readers guess when the version is missing. (imsmd/R-039)
extern const RuleInfo vcard_of_other_version;
const RuleInfo vcard_of_other_version = {
    .id = "imsmd.vcard-of-other-version",
    .requirements = "R-039",
    .needs = "manifest metadata",
    .message = "The vCard does not say that it is of version 3.0.",
    .fix = "Write VERSION:3.0 behind BEGIN:VCARD.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "imsmd:vcard", [&](Node entity) {
            const std::string_view card = trimmed(content(entity));
            if (card.empty() || !vcard_fault(card).cause.empty()) return;
            report.judged();
            if (vcard_property(card, "VERSION") != "3.0") report.report(entity, {{"element", local_name(entity)}});
          });
        },
};
}  // namespace assay::rules::imsmd
