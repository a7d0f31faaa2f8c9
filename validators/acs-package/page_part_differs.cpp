#include <vector>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// On a Linux server the course opens to a blank or broken page. (acs-package/PAGE-02)
extern const RuleInfo page_part_differs;
const RuleInfo page_part_differs = {
    .id = "acs-package.page-part-differs",
    .requirements = "PAGE-02",
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
              if (is_page_part(page, each))
                aims.push_back({place_of(page, each.line, each.column), each.value, each.resolution});
          report_letter_case(package, report, aims);
        },
};
}  // namespace assay::rules::acs_package
