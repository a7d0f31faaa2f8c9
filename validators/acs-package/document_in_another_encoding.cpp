#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// UTF-8 is the one encoding that every XML reader has. (acs-package/MAN-03)
extern const RuleInfo document_in_another_encoding;
const RuleInfo document_in_another_encoding = {
    .id = "acs-package.document-in-another-encoding",
    .requirements = "MAN-03",
    .needs = "documents",
    .message =
        "{count, plural, one {A document is in {encoding}, not in UTF-8: {names}.} other {Documents are in {encoding}, "
        "not in UTF-8: {names} (# in all).}}",
    .fix = "Save them as UTF-8 and write encoding=\"UTF-8\" in their first line.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          std::string_view encoding;
          for (const std::string_view role : {"manifest", "metadata"})
            for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
              const DocumentView file = document(package, role, i);
              if (file.read_as.empty()) continue;
              report.judged();
              if (file.read_as == "UTF-8") continue;
              if (encoding.empty()) encoding = file.read_as;
              found.add(Place::of_file(file.file), file.file);
            }
          found.report(report, {}, {{"encoding", encoding}});
        },
};
}  // namespace assay::rules::acs_package
