#include <assay/pages.hpp>

namespace assay::rules::acs_package {
// They cost bandwidth, and some were never meant for publication. (acs-package/PKG-17)
extern const RuleInfo development_leftovers;
const RuleInfo development_leftovers = {
    .id = "acs-package.development-leftovers",
    .requirements = "PKG-17",
    .needs = "entries",
    .message =
        "{count, plural, one {A leftover of development is in the package: {names}.} other {Leftovers of development "
        "are in the package: {names} (# in all).}}",
    .fix = "Delete them before you zip, or export the course again.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto leftover = [&](std::string_view name) -> bool {
            for (const std::string_view folder : {".vscode/", ".idea/", "node_modules/", "bower_components/"})
              if (const std::size_t at = name.find(folder);
                  at != std::string_view::npos && (at == 0 || name[at - 1] == '/'))
                return true;
            const std::string_view file = name.substr(name.rfind('/') + 1);
            for (const std::string_view whole :
                 {".gitignore", ".gitattributes", ".project", "package-lock.json", "gruntfile.js", "gulpfile.js",
                  "webpack.config.js", "composer.json", "makefile"})
              if (same_word(file, whole)) return true;
            for (const std::string_view ending :
                 {".bak", ".old", ".orig", ".swp", ".tmp", ".psd", ".fla", ".sln", ".log", "~"})
              if (file.size() > ending.size() && ends_with_word(file, ending)) return true;
            return false;
          };
          Tally found(package);
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            if (is_system_residue(file.name)) continue;
            report.judged();
            if (leftover(file.name)) found.add(Place::of_file(file.name), file.name);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
