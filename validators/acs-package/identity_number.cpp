#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// They are personal data wherever they turn up. (acs-package/SAFE-04)
extern const RuleInfo identity_number;
const RuleInfo identity_number = {
    .id = "acs-package.identity-number",
    .requirements = "SAFE-04",
    .needs = "pages",
    .message =
        "The text holds what looks like an identity number of a person: {sample}. {count, plural, one {File: {names}.} "
        "other {Files: {names} (# in all).}}",
    .fix = "Take it out, or replace it by an invented one that no person can have.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const TextSighting* first = nullptr;
          report.judged(pages(package).size());
          for (const TextSighting& seen : text_sightings(package)) {
            if (seen.defect != TextDefect::identity_number) continue;
            if (!first) first = &seen;
            found.add(place_of(pages(package)[seen.page], seen.line, seen.column), pages(package)[seen.page].file);
          }
          if (first) found.report(report, {}, {{"sample", first->sample}});
        },
};
}  // namespace assay::rules::acs_package
