#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Readers see question marks instead of letters. (acs-package/PAGE-12)
extern const RuleInfo bytes_in_another_encoding;
const RuleInfo bytes_in_another_encoding = {
    .id = "acs-package.bytes-in-another-encoding",
    .requirements = "PAGE-12",
    .needs = "pages",
    .message = "{file} has a byte that is not {encoding} at line {line}.",
    .fix = "Save the page as UTF-8 and declare it with <meta charset=\"utf-8\">.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Page& page : pages(package)) {
            if (page.kind != Page::Kind::page || !page.read) continue;
            report.judged();
            if (page.undecodable && page.declares_encoding && page.non_ascii && !page.vendor &&
                depends_on_encoding(page))
              report.report(place_of(page, page.bad_line, page.bad_column),
                            {{"file", page.file},
                             {"encoding", page.encoding.empty() ? std::string_view("UTF-8") : page.encoding},
                             {"line", kept(package, page.bad_line)}});
          }
        },
};
}  // namespace assay::rules::acs_package
