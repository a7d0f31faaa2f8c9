#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Some platforms publish only what the manifest lists; the rest is missing for the learner. (imscp/R-065)
extern const RuleInfo unlisted_files;
const RuleInfo unlisted_files = {
    .id = "imscp.unlisted-files",
    .requirements = "R-065",
    .needs = "manifest entries",
    .message = "{count} files of the package are not listed in the manifest, for example {examples}.",
    .fix = "List them as file elements of a resource if the course needs them, or leave them out of the package.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          if (!manifest(package) || entry_count(package) < 2) return;
          const std::string_view root = package_root(package);
          std::uint32_t count = 0;
          char examples[400];
          std::size_t size = 0;
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const EntryView file = entry(package, i);
            const std::string_view end = file.name.substr(file.name.rfind('.') + 1);
            if (file.directory || file.name == document(package, "manifest", 0).file || end == "xsd" || end == "dtd")
              continue;
            report.judged();
            if (is_listed(package, i) || !file.name.starts_with(root)) continue;
            if (++count > 3 || size + file.name.size() + 3 > sizeof examples) continue;
            if (size) size += std::string_view(", ").copy(examples + size, 2);
            size += file.name.copy(examples + size, file.name.size());
          }
          if (count == 0) return;
          char digits[12];
          std::size_t at = sizeof digits;
          for (std::uint32_t n = count; n; n /= 10) digits[--at] = static_cast<char>('0' + n % 10);
          report.report(Place::of_file(document(package, "manifest", 0).file),
                        {{"count", {digits + at, sizeof digits - at}}, {"examples", {examples, size}}});
        },
};
}  // namespace assay::rules::imscp
