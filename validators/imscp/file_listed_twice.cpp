#include <algorithm>
#include <vector>

#include <assay/rule.hpp>

namespace assay::rules::imscp {
// Harmless to most readers, but a sign of a broken export. (imscp/R-064)
extern const RuleInfo file_listed_twice;
const RuleInfo file_listed_twice = {
    .id = "imscp.file-listed-twice",
    .requirements = "R-064",
    .needs = "manifest",
    .message = "The file \"{href}\" stands twice in the same resource.",
    .fix = "Keep one of the file elements.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto all = references(package);
          std::vector<std::uint32_t> files;
          for (std::uint32_t i = 0; i < all.size(); ++i)
            if (all[i].resource != none && local_name(all[i].node) == "file" && all[i].resolution != Resolution::empty)
              files.push_back(i);
          report.judged(files.size());
          // Addresses outside the package have no target to compare.
          const auto named = [&](std::uint32_t i) { return all[i].target.empty() ? all[i].href : all[i].target; };
          // References of one resource follow one another, so each resource is a stretch of its own.
          for (auto begin = files.begin(); begin != files.end();) {
            const auto end =
                std::find_if(begin, files.end(), [&](auto i) { return all[i].resource != all[*begin].resource; });
            std::stable_sort(begin, end, [&](auto a, auto b) { return named(a) < named(b); });
            for (auto at = begin + 1; at < end; ++at)
              if (named(*at) == named(*(at - 1))) report.report(all[*at].node, {{"href", all[*at].href}});
            begin = end;
          }
        },
};
}  // namespace assay::rules::imscp
