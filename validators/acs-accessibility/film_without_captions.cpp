#include <assay/pages.hpp>

namespace assay::rules::acs_accessibility {
// Deaf learners, and everybody in a noisy room, need them. (acs-accessibility/A11Y-02)
extern const RuleInfo film_without_captions;
const RuleInfo film_without_captions = {
    .id = "acs-accessibility.film-without-captions",
    .requirements = "A11Y-02",
    .needs = "pages",
    .message =
        "{count, plural, one {A film has no captions: {names}.} other {Films have no captions: {names} (# in all).}}",
    .fix = "Add a <track kind=\"captions\"> with a WebVTT file.",
    .confidence = 0.9,
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          bool anywhere = false;
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const std::string_view name = entry(package, i).name;
            anywhere = anywhere || ends_with_word(name, ".vtt") || ends_with_word(name, ".srt");
          }
          each_element(package, PageElement::Kind::film, [&](const Page& page, const PageElement& each) {
            if (each.decorative) return;
            report.judged();
            if (!each.captioned && !anywhere) found.add(place_of(page, each.line, each.column), page.file);
          });
          found.report(report);
        },
};
}  // namespace assay::rules::acs_accessibility
