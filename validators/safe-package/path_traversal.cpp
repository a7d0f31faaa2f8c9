#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// An importer that unpacks such an entry writes outside its folder: this is how course uploads take over servers.
// (safe-package/R-001)
extern const RuleInfo path_traversal;
const RuleInfo path_traversal = {
    .id = "safe-package.path-traversal",
    .requirements = "R-001",
    .needs = "entries",
    .message = "The entry \"{name}\" climbs out of the folder it is unpacked to.",
    .fix = "Zip the course again from inside its own folder.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const std::string_view name = entry(package, i).name;
            report.judged();
            for (std::size_t at = 0; at <= name.size();) {
              const std::size_t end = name.find_first_of("/\\", at);
              if (name.substr(at, end - at) == "..") {
                report.report(Place::of_file(name), {{"name", name}});
                break;
              }
              if (end == std::string_view::npos) break;
              at = end + 1;
            }
          }
        },
};
}  // namespace assay::rules::safe_package
