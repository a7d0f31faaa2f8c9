#include <assay/content.hpp>

namespace assay::rules::safe_package {
// Silence about a file that nobody looked into would read like a pass. (safe-package/R-236)
extern const RuleInfo file_not_looked_into;
const RuleInfo file_not_looked_into = {
    .id = "safe-package.file-not-looked-into",
    .requirements = "R-236",
    .needs = "content",
    .message =
        "{count, plural, one {# file was} other {# files were}} too large or too many to be looked into completely for "
        "scripts, hosts and secrets.",
    .fix = "If they matter, check the package with larger limits content-file-bytes, content-bytes and content-files.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const Looked looked = looked_for(package, "program");  // a sign of every kind of file
          report.judged(looked.files);
          if (looked.left_out == 0) return;
          char digits[20];
          std::size_t at = sizeof digits;
          for (std::uint64_t n = looked.left_out; n; n /= 10) digits[--at] = static_cast<char>('0' + n % 10);
          report.report(Place(), {{"count", {digits + at, sizeof digits - at}}});
        },
};
}  // namespace assay::rules::safe_package
