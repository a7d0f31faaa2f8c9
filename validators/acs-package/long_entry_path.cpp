#include <algorithm>

#include <assay/pages.hpp>

namespace assay::rules::acs_package {
namespace {

constexpr ParamInfo long_entry_path_params[] = {{"max", Join::max, "200"}, {"max_bytes", Join::max, "255"}};

}  // namespace

// Windows unpacks no longer path below the folder of a learning system. (acs-package/PKG-09)
extern const RuleInfo long_entry_path;
const RuleInfo long_entry_path = {
    .id = "acs-package.long-entry-path",
    .requirements = "PKG-09",
    .needs = "entries",
    .message =
        "{count, plural, one {A path is longer than {characters} characters, or a name in it than {bytes} bytes: "
        "{names}.} other {Paths are longer than {characters} characters, or a name in them than {bytes} bytes: {names} "
        "(# in all).}}",
    .fix = "Shorten the names of folders and files.",
    .params = long_entry_path_params,
    .check =
        [](const Package& package, const Params& parameters, Reporter& report) {
          const auto most_characters = static_cast<std::uint64_t>(parameters.integer("max"));
          const auto most_bytes = static_cast<std::size_t>(parameters.integer("max_bytes"));
          Tally found(package);
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            if (is_system_residue(file.name)) continue;
            report.judged();
            bool long_name = characters(file.name) > most_characters;
            for (std::size_t at = 0; at < file.name.size();) {
              const std::size_t end = std::min(file.name.find('/', at), file.name.size());
              long_name = long_name || end - at > most_bytes;
              at = end + 1;
            }
            if (long_name) found.add(Place::of_file(file.name), file.name);
          }
          found.report(report, {},
                       {{"characters", kept(package, most_characters)}, {"bytes", kept(package, most_bytes)}});
        },
};
}  // namespace assay::rules::acs_package
