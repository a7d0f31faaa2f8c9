#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A file: address or drive letter exists on the author's computer only. (imscp/R-061)
extern const RuleInfo local_address_of_author;
const RuleInfo local_address_of_author = {
    .id = "imscp.local-address-of-author",
    .requirements = "R-061",
    .needs = "manifest",
    .message = "\"{href}\" is an address on the author's computer.",
    .fix = "Put the file into the package and refer to it by a relative path.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (const Reference& reference : references(package)) {
            const std::string_view href = trimmed(reference.href);
            report.judged();
            const bool drive = href.size() > 2 && href[1] == ':' && (href[2] == '\\' || href[2] == '/');
            if (href.starts_with("file:") || href.starts_with("FILE:") || drive)
              report.report(reference.node, {{"href", href}});
          }
        },
};
}  // namespace assay::rules::imscp
