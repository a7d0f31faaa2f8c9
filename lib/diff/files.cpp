// Files by name, size and CRC-32; what is gone here and new there with the same bytes was moved.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "diff/diff.hpp"
#include "package/package_data.hpp"

namespace assay::diff {
namespace {

struct File {
  const Package* package = nullptr;
  std::uint32_t index = 0;
  std::uint64_t size = 0;
};

std::map<std::string, File, std::less<>> files_of(const Package& package) {
  std::map<std::string, File, std::less<>> files;
  const std::string_view root = package_root(package);
  const auto entries = package.entries();
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].directory) continue;
    const std::string_view path = entries[i].path;
    files.emplace(path.starts_with(root) ? path.substr(root.size()) : path, File{&package, i, entries[i].size});
  }
  return files;
}

class Comparison {
 public:
  FilesDiff result;

  bool same(const File& a, const File& b) {
    if (a.size != b.size) return false;
    const auto one = sum(a), two = sum(b);
    return one && two && *one == *two;
  }

  std::optional<std::uint32_t> sum(const File& file) {
    const auto [known, fresh] = sums_.try_emplace({file.package, file.index});
    if (!fresh) return known->second;
    const auto sum = file.package->data().archive.checksum(file.index);
    if (sum)
      known->second = *sum;
    else
      result.problems.push_back(sum.problem());
    return known->second;
  }

 private:
  std::map<std::pair<const Package*, std::uint32_t>, std::optional<std::uint32_t>> sums_;
};

}  // namespace

FilesDiff compare_files(const Package& before, const Package& after) {
  Comparison comparison;
  auto old = files_of(before), now = files_of(after);
  std::vector<FileChange>& changes = comparison.result.changes;
  for (auto each = old.begin(); each != old.end();) {
    const auto other = now.find(each->first);
    if (other == now.end()) {
      ++each;
      continue;
    }
    if (comparison.same(each->second, other->second))
      ++comparison.result.same;
    else
      changes.push_back({each->first, "", What::changed, each->second.size, other->second.size});
    now.erase(other);
    each = old.erase(each);
  }
  // Sizes first: only what may be the same is read.
  std::unordered_multimap<std::uint64_t, std::map<std::string, File, std::less<>>::iterator> by_size;
  for (auto each = now.begin(); each != now.end(); ++each)
    if (each->second.size > 0) by_size.emplace(each->second.size, each);
  for (const auto& [name, file] : old) {
    const auto [from, to] = by_size.equal_range(file.size);
    auto match = from;
    int tries = 0;  // many files of one size and no match: give up, they are listed as gone and new
    while (match != to && tries++ < 100 && !comparison.same(file, match->second->second)) ++match;
    if (match == to || tries > 100) {
      changes.push_back({name, "", What::removed, file.size, 0});
      continue;
    }
    changes.push_back({match->second->first, name, What::moved, file.size, file.size});
    now.erase(match->second);
    by_size.erase(match);
  }
  for (const auto& [name, file] : now) changes.push_back({name, "", What::added, 0, file.size});
  std::sort(changes.begin(), changes.end(), [](const FileChange& a, const FileChange& b) { return a.name < b.name; });
  return std::move(comparison.result);
}

}  // namespace assay::diff
