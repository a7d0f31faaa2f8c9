// Who lists the start file of a resource: itself, or a resource that it depends on.
#include <unordered_set>
#include <vector>

#include "package/package_data.hpp"

namespace assay {
namespace {

constexpr std::uint64_t most_steps = 2'000'000;  // over all resources: a budget of work, not of time

class StartFiles {
 public:
  explicit StartFiles(Course& course) : course_(course), files_(course.resources.size() + 1, 0) {
    // References and dependencies stand in the order of their resources.
    for (const Reference& reference : course.references) ++files_[reference.resource + 1];
    for (std::size_t r = 1; r < files_.size(); ++r) files_[r] += files_[r - 1];
    edges_.assign(course.resources.size() + 1, 0);
    for (const Dependency& edge : course.dependencies) ++edges_[edge.from + 1];
    for (std::size_t r = 1; r < edges_.size(); ++r) edges_[r] += edges_[r - 1];
    for (const Reference& reference : course.references)
      if (local_name(reference.node) == "file") listed_.insert(reference.target);
    seen_.assign(course.resources.size(), none);
  }

  StartFile of(std::uint32_t index) {
    const Resource& resource = course_.resources[index];
    if (resource.href == none) return StartFile::not_judged;
    const Reference& start = course_.references[resource.href];
    if (start.resolution == Resolution::external || start.resolution == Resolution::local ||
        start.resolution == Resolution::empty)
      return StartFile::not_judged;
    if (lists(index, start.target)) return StartFile::own;
    if (!listed_.contains(start.target)) return StartFile::nobody;
    return behind(index, start.target);
  }

 private:
  bool lists(std::uint32_t resource, std::string_view target) {
    for (std::uint32_t k = files_[resource]; k < files_[resource + 1]; ++k, ++steps_)
      if (local_name(course_.references[k].node) == "file" && course_.references[k].target == target) return true;
    return false;
  }

  StartFile behind(std::uint32_t start, std::string_view target) {
    std::vector<std::uint32_t> open = {start};
    seen_[start] = start;
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      for (std::uint32_t e = edges_[at]; e < edges_[at + 1]; ++e) {
        if (++steps_ > most_steps) return StartFile::unknown;
        const std::uint32_t to = course_.dependencies[e].to;
        if (to == none || seen_[to] == start) continue;
        if (lists(to, target)) return StartFile::dependency;
        seen_[to] = start;
        open.push_back(to);
      }
    }
    return StartFile::nobody;
  }

  Course& course_;
  std::vector<std::uint32_t> files_, edges_;  // those of resource r are [r] to [r + 1]
  std::unordered_set<std::string_view> listed_;
  std::vector<std::uint32_t> seen_;  // by whose walk
  std::uint64_t steps_ = 0;
};

}  // namespace

void find_start_files(Course& course) {
  if (course.resources.empty()) return;
  StartFiles finder(course);
  for (std::uint32_t i = 0; i < course.resources.size(); ++i) course.resources[i].start_file = finder.of(i);
}

}  // namespace assay
