#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::imsmd {
// Readers take names and addresses out of the card. (imsmd/R-021)
extern const RuleInfo malformed_vcard;
const RuleInfo malformed_vcard = {
    .id = "imsmd.malformed-vcard",
    .requirements = "R-021",
    .needs = "manifest metadata",
    .message = "The text of <{element}> is not a whole vCard: \"{text}\".",
    .fix =
        "Write each property on a line of its own: BEGIN:VCARD, VERSION:3.0, N:family name;given name, FN:whole name, "
        "END:VCARD.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "imsmd:vcard", [&](Node entity) {
            const std::string_view card = trimmed(content(entity));
            if (card.empty()) return;
            report.judged();
            const VcardFault fault = vcard_fault(card);
            if (!fault.cause.empty())
              report.report_cause(
                  fault.cause, entity,
                  {{"element", local_name(entity)}, {"text", beginning(fault.line.empty() ? card : fault.line)}});
          });
        },
};
}  // namespace assay::rules::imsmd
