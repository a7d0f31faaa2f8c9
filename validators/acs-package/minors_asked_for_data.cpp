#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Such data of minors may be collected with the consent of guardians only. (acs-package/SAFE-08)
extern const RuleInfo minors_asked_for_data;
const RuleInfo minors_asked_for_data = {
    .id = "acs-package.minors-asked-for-data",
    .requirements = "SAFE-08",
    .needs = "declaration",
    .message =
        "The course is for minors, but {count, plural, one {a page asks for {names} (# field)} other {pages ask for "
        "{names} (# fields)}}.",
    .fix = "Leave the fields out; the learning system knows who learns.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const JsonDocument* declaration = json_document(package, "declaration", 0);
          if (!declaration || !boolean(member(member(root(*declaration), "audience"), "minors"))) return;
          Tally found(package);
          for (const Page& page : pages(package))
            for (const PageElement& each : page.elements) {
              if (each.kind != PageElement::Kind::control) continue;
              report.judged();
              if (each.source == "password" || each.source == "email" || each.source == "tel")
                found.add(place_of(page, each.line, each.column), each.source);
            }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
