#include <assay/pages.hpp>

namespace assay::rules::acs_accessibility {
// It tells nobody what is seen. (acs-accessibility/A11Y-10)
extern const RuleInfo file_name_as_alternative;
const RuleInfo file_name_as_alternative = {
    .id = "acs-accessibility.file-name-as-alternative",
    .requirements = "A11Y-10",
    .needs = "pages",
    .message =
        "{count, plural, one {The text alternative of a picture is a file name: {names}.} other {The text alternative "
        "of pictures is a file name: {names} (# in all).}}",
    .fix = "Write what is to be seen.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto file_name = [&](std::string_view alt) -> bool {
            for (const std::string_view ending : {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp"})
              if (alt.size() > ending.size() && ends_with_word(alt, ending)) return true;
            return false;
          };
          Tally found(package);
          each_element(package, PageElement::Kind::image, [&](const Page& page, const PageElement& each) {
            if (!each.named || each.decorative) return;
            report.judged();
            if (file_name(each.name)) found.add(place_of(page, each.line, each.column), each.name);
          });
          found.report(report);
        },
};
}  // namespace assay::rules::acs_accessibility
