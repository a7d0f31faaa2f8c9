#include <assay/pages.hpp>

namespace assay::rules::acs_accessibility {
// Learners who jump from heading to heading look for the missing level. (acs-accessibility/A11Y-06)
extern const RuleInfo heading_level_skipped;
const RuleInfo heading_level_skipped = {
    .id = "acs-accessibility.heading-level-skipped",
    .requirements = "A11Y-06",
    .needs = "pages",
    .message =
        "{count, plural, one {A heading skips a level: {names}.} other {Headings skip a level: {names} (# in all).}}",
    .fix = "Use h2 below h1, h3 below h2.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Page& page : pages(package)) {
            if (page.vendor || page.driver) continue;
            std::uint32_t before = 0;
            for (const PageElement& each : page.elements) {
              if (each.kind != PageElement::Kind::heading) continue;
              report.judged();
              if (before != 0 && each.level > before + 1) found.add(place_of(page, each.line, each.column), each.name);
              before = each.level;
            }
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_accessibility
