#include <assay/pages.hpp>

namespace assay::rules::acs_accessibility {
// A screen reader reads the file name. (acs-accessibility/A11Y-01)
extern const RuleInfo picture_without_alternative;
const RuleInfo picture_without_alternative = {
    .id = "acs-accessibility.picture-without-alternative",
    .requirements = "A11Y-01",
    .needs = "pages",
    .message =
        "{count, plural, one {A picture has no text alternative: {names}.} other {Pictures have no text alternative: "
        "{names} (# in all).}}",
    .fix = "Write what is to be seen into alt=\"…\"; for decoration write alt=\"\".",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          each_element(package, PageElement::Kind::image, [&](const Page& page, const PageElement& each) {
            report.judged();
            if (!each.named && !each.decorative)
              found.add(place_of(page, each.line, each.column), each.source.empty() ? page.file : each.source);
          });
          found.report(report);
        },
};
}  // namespace assay::rules::acs_accessibility
