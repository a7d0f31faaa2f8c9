#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Harmless to most readers, but a sign of a broken export. (imscp/R-064)
extern const RuleInfo file_listed_twice;
const RuleInfo file_listed_twice = {
    .id = "imscp.file-listed-twice",
    .requirements = "R-064",
    .needs = "manifest",
    .message = "The file \"{href}\" stands twice in the same resource.",
    .fix = "Keep one of the two file elements.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto all = references(package);
          for (std::uint32_t i = 1; i < all.size(); ++i) {
            if (local_name(all[i].node) != "file") continue;
            report.judged();
            // Exports repeat a file right behind itself; looking further would cost more than it finds.
            const Reference& before = all[i - 1];
            if (local_name(before.node) == "file" && before.resource == all[i].resource &&
                before.target == all[i].target)
              report.report(all[i].node, {{"href", all[i].href}});
          }
        },
};
}  // namespace assay::rules::imscp
