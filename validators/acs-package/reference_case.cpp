#include <vector>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// It works on the author's Windows and on no Linux server. (acs-package/PAGE-05)
extern const RuleInfo reference_case;
const RuleInfo reference_case = {
    .id = "acs-package.reference-case",
    .requirements = "PAGE-05",
    .needs = "pages",
    .message =
        "{count, plural, one {A reference differs from the name of its file in letter case: {names}.} other "
        "{References differ from the names of their files in letter case: {names} (# in all).}}",
    .fix = "Write each reference exactly like the name of its file.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          std::vector<Aim> aims;
          for (const Page& page : pages(package))
            for (const PageReference& each : page.references)
              if (each.use != Use::link && each.use != Use::form && !is_page_part(page, each) &&
                  (each.resolution == Resolution::found || !page.vendor))
                aims.push_back({place_of(page, each.line, each.column), each.value, each.resolution});
          report_letter_case(package, report, aims);
        },
};
}  // namespace assay::rules::acs_package
