#include <assay/pages.hpp>

namespace assay::rules::acs_accessibility {
// A placeholder is gone as soon as something is typed. (acs-accessibility/A11Y-07)
extern const RuleInfo control_without_label;
const RuleInfo control_without_label = {
    .id = "acs-accessibility.control-without-label",
    .requirements = "A11Y-07",
    .needs = "pages",
    .message =
        "{count, plural, one {A form control has no label: {names}.} other {Form controls have no label: {names} (# in "
        "all).}}",
    .fix = "Write <label for=\"…\"> or aria-label.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          each_element(package, PageElement::Kind::control, [&](const Page& page, const PageElement& each) {
            if (each.decorative) return;
            report.judged();
            if (!each.named)
              found.add(place_of(page, each.line, each.column), each.name.empty() ? each.source : each.name);
          });
          found.report(report);
        },
};
}  // namespace assay::rules::acs_accessibility
