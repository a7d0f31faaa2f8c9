#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// It needs software that the learner may not have. (acs-package/PORT-12)
extern const RuleInfo file_that_is_downloaded;
const RuleInfo file_that_is_downloaded = {
    .id = "acs-package.file-that-is-downloaded",
    .requirements = "PORT-12",
    .needs = "entries",
    .message = "{names} is opened by the learning system, and will be downloaded instead of shown.",
    .fix = "Offer it as a page or a PDF, and keep the original as an attachment.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          for (const Launch& launch : launches(package)) {
            if (launch.entry.empty()) continue;
            report.judged();
            for (const std::string_view ending :
                 {".doc", ".docx", ".ppt", ".pptx", ".pps", ".ppsx", ".xls", ".xlsx", ".odt", ".odp", ".wps", ".dps",
                  ".caj", ".exe", ".zip", ".rar", ".wmv", ".avi", ".rmvb"})
              if (ends_with_word(launch.entry, ending)) found.add(launch.place, launch.entry);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
