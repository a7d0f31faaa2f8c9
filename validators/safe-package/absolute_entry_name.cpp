#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// An absolute path or drive letter puts a file where the archive wants it, not where the importer does. (safe-
// package/R-002)
extern const RuleInfo absolute_entry_name;
const RuleInfo absolute_entry_name = {
    .id = "safe-package.absolute-entry-name",
    .requirements = "R-002",
    .needs = "entries",
    .message = "The entry \"{name}\" has an absolute path.",
    .fix = "Zip the course again with relative names.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const std::string_view name = entry(package, i).name;
            report.judged();
            const bool drive = name.size() > 1 && name[1] == ':' &&
                               ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= 'a' && name[0] <= 'z'));
            if (drive || name.starts_with('/') || name.starts_with('\\'))
              report.report(Place::of_file(name), {{"name", name}});
          }
        },
};
}  // namespace assay::rules::safe_package
