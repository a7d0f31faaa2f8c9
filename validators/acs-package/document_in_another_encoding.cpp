#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// UTF-8 is the one encoding that every XML reader has. (acs-package/MAN-03)
extern const RuleInfo document_in_another_encoding;
const RuleInfo document_in_another_encoding = {
    .id = "acs-package.document-in-another-encoding",
    .requirements = "MAN-03",
    .needs = "documents",
    .message = "{file} is in {encoding}, not in UTF-8.",
    .fix = "Save it as UTF-8 and write encoding=\"UTF-8\" in its first line.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const std::string_view role : {"manifest", "metadata"})
            for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
              const DocumentView file = document(package, role, i);
              if (file.read_as.empty()) continue;
              report.judged();
              if (file.read_as != "UTF-8")
                report.report(Place::of_file(file.file), {{"file", file.file}, {"encoding", file.read_as}});
            }
        },
};
}  // namespace assay::rules::acs_package
