#include <assay/content.hpp>

namespace assay::rules::safe_package {
// A learning system turns addresses of a package into links and frames. One that starts with javascript: runs in its
// pages, with the rights of whoever clicks. (safe-package/R-245)
extern const RuleInfo script_address;
const RuleInfo script_address = {
    .id = "safe-package.script-address",
    .requirements = "R-245",
    .needs = "documents",
    .message = "The address \"{address}\" runs a script or carries its own content.",
    .fix = "Refer to a file in the package, or to a page with https.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          each_written(package, [&](const Written& written) {
            if (written.kind != Written::Kind::address) return;
            report.judged();
            // Browsers skip blanks and controls in front of a scheme, and tabs and line ends inside it.
            char scheme[12] = {};
            std::size_t size = 0;
            bool ended = false;
            for (const char c : written.value) {
              if (static_cast<unsigned char>(c) <= 0x20) continue;
              ended = c == ':';
              if (ended || size + 1 >= sizeof scheme) break;
              scheme[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            }
            const std::string_view name(scheme, size);
            // Badges carry their picture like this, and a picture of dots runs nothing.
            for (std::string_view harmless : {"data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"})
              if (written.value.starts_with(harmless)) return;
            if (ended && (name == "javascript" || name == "vbscript" || name == "data"))
              report.report(written.place, {{"address", written.value.substr(0, 200)}});
          });
        },
};
}  // namespace assay::rules::safe_package
