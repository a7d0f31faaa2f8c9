#include <string>
#include <vector>

#include <assay/rule.hpp>

namespace assay::rules::imscp {
// A program that collects the files of a resource along its dependencies never comes to an end. (imscp/R-077)
extern const RuleInfo circular_dependencies;
const RuleInfo circular_dependencies = {
    .id = "imscp.circular-dependencies",
    .requirements = "R-077",
    .needs = "manifest",
    .message = "Resource \"{resource}\" depends on itself by way of others: {circle}.",
    .fix = "Remove one of the dependencies in the circle; to be delivered together, one direction is enough.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          const auto edges = dependencies(package);
          const auto all = resources(package);
          // Dependencies stand in the order of their resources: those of resource r are first[r] to first[r + 1].
          std::vector<std::uint32_t> first(all.size() + 1, 0);
          for (const Dependency& edge : edges) ++first[edge.from + 1];
          for (std::size_t r = 0; r < all.size(); ++r) first[r + 1] += first[r];
          report.judged(edges.size());
          // Depth first, without recursion: the length of a chain is the package's choice.
          constexpr std::uint32_t unseen = none, done = none - 1;
          std::vector<std::uint32_t> depth(all.size(), unseen);  // or its place on the path
          struct Step {
            std::uint32_t resource, next;
          };
          std::vector<Step> path;
          for (std::uint32_t start = 0; start < all.size(); ++start) {
            if (depth[start] != unseen) continue;
            depth[start] = 0;
            path.push_back({start, first[start]});
            while (!path.empty()) {
              Step& step = path.back();
              if (step.next == first[step.resource + 1]) {
                depth[step.resource] = done;
                path.pop_back();
                continue;
              }
              const Dependency& edge = edges[step.next++];
              // One that names itself directly, and one that names nothing, are other rules' matter.
              if (edge.to == none || edge.to == edge.from || depth[edge.to] == done) continue;
              if (depth[edge.to] == unseen) {
                depth[edge.to] = static_cast<std::uint32_t>(path.size());
                path.push_back({edge.to, first[edge.to]});
                continue;
              }
              std::string circle;
              for (std::size_t at = depth[edge.to], shown = 0; at < path.size() && shown < 5; ++at, ++shown)
                circle.append(shown < 4 ? all[path[at].resource].identifier.substr(0, 200) : "…").append(" → ");
              circle.append(all[edge.to].identifier.substr(0, 200));
              report.report(edge.node, {{"resource", all[edge.to].identifier}, {"circle", circle}});
            }
          }
        },
};
}  // namespace assay::rules::imscp
