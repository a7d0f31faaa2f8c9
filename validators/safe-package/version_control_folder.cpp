#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// The folder of a version control system holds every earlier state of every file, with all that was deleted from it
// for a reason. (safe-package/R-230)
extern const RuleInfo version_control_folder;
const RuleInfo version_control_folder = {
    .id = "safe-package.version-control-folder",
    .requirements = "R-230",
    .needs = "entries",
    .message = "The package contains the version control folder \"{folder}\" with the history of the course.",
    .fix = "Export the course without it, and change every password that was ever in there.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          std::string_view last;
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const std::string_view name = entry(package, i).name;
            report.judged();
            if (!last.empty() && name.starts_with(last)) continue;
            for (std::string_view folder : {".git/", ".svn/", ".hg/", ".bzr/"}) {
              const std::size_t at = name.find(folder);
              if (at == std::string_view::npos || (at > 0 && name[at - 1] != '/')) continue;
              last = name.substr(0, at + folder.size());
              report.report(Place::of_file(name), {{"folder", last}});
              break;
            }
          }
        },
};
}  // namespace assay::rules::safe_package
