#include <assay/pages.hpp>

namespace assay::rules::acs_accessibility {
// A screen reader says "frame" and no more. (acs-accessibility/A11Y-11)
extern const RuleInfo frame_without_title;
const RuleInfo frame_without_title = {
    .id = "acs-accessibility.frame-without-title",
    .requirements = "A11Y-11",
    .needs = "pages",
    .message =
        "{count, plural, one {A frame has no title: {names}.} other {Frames have no title: {names} (# in all).}}",
    .fix = "Write title=\"…\" into the frame.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          each_element(package, PageElement::Kind::frame, [&](const Page& page, const PageElement& each) {
            if (each.decorative || (each.source.empty() && each.name.empty())) return;
            report.judged();
            // A frame that a script fills has a name for it.
            if (!each.named)
              found.add(place_of(page, each.line, each.column), each.source.empty() ? each.name : each.source);
          });
          found.report(report);
        },
};
}  // namespace assay::rules::acs_accessibility
