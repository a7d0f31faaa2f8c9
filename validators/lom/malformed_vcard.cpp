#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers take names and addresses out of the card. (lom/R-029)
extern const RuleInfo malformed_vcard;
const RuleInfo malformed_vcard = {
    .id = "lom.malformed-vcard",
    .requirements = "R-029",
    .needs = "manifest metadata",
    .message = "The text of <{element}> is not a whole vCard: \"{text}\".",
    .fix =
        "Write each property on a line of its own: BEGIN:VCARD, VERSION:3.0, N:family name;given name, FN:whole name, "
        "END:VCARD.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_in_records(package, "lom:entity", [&](Node entity) {
            const std::string_view card = trimmed(content(entity));
            if (card.empty()) return;
            report.judged();
            const VcardFault fault = vcard_fault(card);
            if (!fault.cause.empty())
              report.report_cause(
                  fault.cause, entity,
                  {{"element", written_name(entity)}, {"text", beginning(fault.line.empty() ? card : fault.line)}});
          });
        },
};
}  // namespace assay::rules::lom
