#include <assay/entry_names.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// On Windows and macOS one of the two files overwrites the other. (safe-package/R-007)
extern const RuleInfo entry_names_alike;
const RuleInfo entry_names_alike = {
    .id = "safe-package.entry-names-alike",
    .requirements = "R-007",
    .needs = "entries",
    .message = "The entries \"{name}\" and \"{other}\" differ in upper and lower case or Unicode form only.",
    .fix = "Rename one of them.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            if (file.directory) continue;
            report.judged();
            const std::uint32_t first = find_entry_folded(package, file.path);
            if (first != none && first != i && entry(package, first).path != file.path &&
                !is_rival_manifest(package, i) && !is_rival_manifest(package, first))
              report.report(Place::of_file(file.name), {{"name", file.name}, {"other", entry(package, first).name}});
          }
        },
};
}  // namespace assay::rules::safe_package
