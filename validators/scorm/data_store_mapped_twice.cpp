#include <algorithm>
#include <vector>

#include <assay/rule.hpp>

namespace assay::rules::scorm {
// A system keeps one of the two; which one, nobody can tell. (scorm/R-119)
extern const RuleInfo data_store_mapped_twice;
const RuleInfo data_store_mapped_twice = {
    .id = "scorm.data-store-mapped-twice",
    .requirements = "R-119",
    .needs = "manifest",
    .message = "The data store \"{target}\" is mapped twice in one item.",
    .fix = "Keep one map, with both readSharedData and writeSharedData if the SCO needs both.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const XmlDocument* xml = manifest(package);
          if (!xml) return;
          for (Node data : nodes_named(*xml, "adlcp:data")) {
            std::vector<Node> maps;
            for (Node map = child(data, "adlcp:map"); map; map = next_named(map, "adlcp:map"))
              if (!trimmed(value(attribute(map, "targetID"))).empty()) maps.push_back(map);
            report.judged(maps.size());
            const auto target = [](Node map) { return trimmed(value(attribute(map, "targetID"))); };
            std::stable_sort(maps.begin(), maps.end(), [&](Node a, Node b) { return target(a) < target(b); });
            for (std::size_t i = 1; i < maps.size(); ++i)
              if (target(maps[i]) == target(maps[i - 1])) report.report(maps[i], {{"target", target(maps[i])}});
          }
        },
};
}  // namespace assay::rules::scorm
