#include <string>

#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Some platforms publish only what the manifest lists; the rest is missing for the learner. (imscp/R-065)
extern const RuleInfo unlisted_files;
const RuleInfo unlisted_files = {
    .id = "imscp.unlisted-files",
    .requirements = "R-065",
    .needs = "manifest entries",
    .message =
        "The manifest does not list {count, number} of {total, plural, one {# file} other {# files}}, for example "
        "{examples}.",
    .fix = "List them as file elements of a resource if the course needs them, or leave them out of the package.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          if (!manifest(package) || entry_count(package) < 2) return;
          const std::string_view root = package_root(package);
          const std::string_view own = document(package, "manifest", 0).file;
          std::uint32_t count = 0, total = 0;
          std::string examples;
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            const std::string_view end = file.name.substr(file.name.rfind('.') + 1);
            if (file.directory || file.name == own || end == "xsd" || end == "dtd") continue;
            report.judged();
            ++total;
            if (is_listed(package, i) || !file.name.starts_with(root)) continue;
            if (++count <= 3) examples.append(count > 1 ? ", " : "").append(file.name);
          }
          if (count > 0)
            report.report(Place::of_file(own),
                          {{"count", std::to_string(count)}, {"total", std::to_string(total)}, {"examples", examples}});
        },
};
}  // namespace assay::rules::imscp
