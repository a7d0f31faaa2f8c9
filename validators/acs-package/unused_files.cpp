#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// Systems that publish listed files only drop the others. (acs-package/MAN-06)
extern const RuleInfo unused_files;
const RuleInfo unused_files = {
    .id = "acs-package.unused-files",
    .requirements = "MAN-06",
    .needs = "manifest",
    .message =
        "The manifest does not list {count, plural, one {a file of the package: {names}} other {# files of the "
        "package, among them {names}}}.",
    .fix = "List them as files of a resource if the course needs them; remove them if it does not.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          Tally found(package);
          const std::span<const Page> all = pages(package);
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            if (file.directory || is_system_residue(file.name) || document(package, "manifest", 0).file == file.name ||
                document(package, "declaration", 0).file == file.name ||
                document(package, "linked-data", 0).file == file.name)
              continue;
            if (references(package).empty()) return;
            report.judged();
            if (!is_listed(package, i)) found.add(Place::of_file(document(package, "manifest", 0).file), file.name);
          }
          (void)all;
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
