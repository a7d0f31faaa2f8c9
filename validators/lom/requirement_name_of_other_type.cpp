#include <assay/record.hpp>
#include <assay/rule.hpp>

namespace assay::rules::lom {
// Readers look for the name in the list of the type. (lom/R-039)
extern const RuleInfo requirement_name_of_other_type;
const RuleInfo requirement_name_of_other_type = {
    .id = "lom.requirement-name-of-other-type",
    .requirements = "R-039",
    .needs = "manifest metadata",
    .message = "\"{value}\" is no {type}.",
    .fix = "Correct the type or the name of the requirement.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          static constexpr std::string_view systems = " pc-dos ms-windows macos unix multi-os none ";
          static constexpr std::string_view browsers = " any netscape communicator ms-internet explorer opera amaya ";
          each_in_records(package, "lom:orComposite", [&](Node node) {
            const Term type = term_of(child(node, "lom:type")), name = term_of(child(node, "lom:name"));
            if (type.source_text != "LOMv1.0" || name.source_text != "LOMv1.0" || name.value_text.empty()) return;
            const auto among = [&](std::string_view list) {
              const std::size_t at = list.find(name.value_text), end = at + name.value_text.size();
              return at != std::string_view::npos && at > 0 && end < list.size() && list[at - 1] == ' ' &&
                     list[end] == ' ';
            };
            report.judged();
            if (type.value_text == "browser" && among(systems))
              report.report(name.value, {{"value", name.value_text}, {"type", "browser"}});
            else if (type.value_text == "operating system" && among(browsers))
              report.report(name.value, {{"value", name.value_text}, {"type", "operating system"}});
          });
        },
};
}  // namespace assay::rules::lom
