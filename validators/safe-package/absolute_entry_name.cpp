#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// A drive letter or network path puts a file where the archive wants it, not where the importer does.
// (safe-package/R-002)
extern const RuleInfo absolute_entry_name;
const RuleInfo absolute_entry_name = {
    .id = "safe-package.absolute-entry-name",
    .requirements = "R-002",
    .needs = "entries",
    .message = "The entry \"{name}\" names a drive or a server.",
    .fix = "Zip the course again with relative names.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const std::string_view name = entry(package, i).name;
            report.judged();
            const bool drive = name.size() > 1 && name[1] == ':' &&
                               ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= 'a' && name[0] <= 'z'));
            const auto slash = [&](std::size_t at) {
              return at < name.size() && (name[at] == '/' || name[at] == '\\');
            };
            if (drive || (slash(0) && slash(1))) report.report(Place::of_file(name), {{"name", name}});
          }
        },
};
}  // namespace assay::rules::safe_package
