#include <assay/rule.hpp>

namespace assay::rules::safe_package {
// Unpacked on Linux, such an entry is one file with a strange name, and every page that needs it shows a gap.
// (safe-package/R-008)
extern const RuleInfo backslash_in_entry_name;
const RuleInfo backslash_in_entry_name = {
    .id = "safe-package.backslash-in-entry-name",
    .requirements = "R-008",
    .needs = "entries",
    .message =
        "{count, plural, one {# entry name is} other {# entry names are}} written with backslashes, for example "
        "\"{name}\".",
    .fix =
        "Zip the course again with a tool that writes \"/\" between folders (7-Zip, the Windows Explorer of today), or "
        "let assay repair do it.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          std::uint32_t count = 0;
          std::string_view first;
          for (std::uint32_t i = 0; i < entry_count(package); ++i) {
            const std::string_view name = entry(package, i).name;
            report.judged();
            // Where the path kept it, it is part of a byte that cannot be shown.
            if (name.find('\\') == std::string_view::npos ||
                entry(package, i).path.find('\\') != std::string_view::npos)
              continue;
            if (count++ == 0) first = name;
          }
          if (count == 0) return;
          char digits[12];
          std::size_t at = sizeof digits;
          for (std::uint32_t n = count; n; n /= 10) digits[--at] = static_cast<char>('0' + n % 10);
          report.report(Place(), {{"count", {digits + at, sizeof digits - at}}, {"name", first}});
        },
};
}  // namespace assay::rules::safe_package
