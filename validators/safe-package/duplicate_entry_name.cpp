#include <assay/entry_names.hpp>
#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// One reader takes the first of two entries with the same name, another the last: they see different packages.
// (safe-package/R-006)
extern const RuleInfo duplicate_entry_name;
const RuleInfo duplicate_entry_name = {
    .id = "safe-package.duplicate-entry-name",
    .requirements = "R-006",
    .needs = "entries",
    .message = "The entry \"{name}\" stands twice in the package.",
    .fix = "Zip the course again into a new file.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            if (file.directory) continue;
            report.judged();
            // The look-up knows the first entry of a path; a later one of the same path does not find itself.
            const std::uint32_t first = find_entry(package, file.path);
            if (first != none && first != i && !is_rival_manifest(package, i))
              report.report(Place::of_file(file.name), {{"name", file.name}});
          }
        },
};
}  // namespace assay::rules::safe_package
