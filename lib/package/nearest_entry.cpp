// Which file a reference to nothing may mean. For people, so only among so many entries; the more references lead
// nowhere, the less is looked at for each.
#include <algorithm>
#include <string>
#include <vector>

#include "package/package_data.hpp"
#include "text/unicode.hpp"

namespace assay {

std::string_view nearest_entry(const Package& package, std::string_view target) {
  const std::size_t asked = std::max<std::size_t>(1, package.data().course.missing_references);
  const std::size_t most_ranked = std::min<std::size_t>(500, 100'000 / asked);
  const std::size_t most_looked_at = std::min<std::size_t>(20'000, 20'000'000 / asked);
  const auto file_name = [](std::string_view path) { return path.substr(path.rfind('/') + 1); };
  const std::string wanted = text::folded(file_name(target));
  const std::string_view folder = target.substr(0, target.size() - file_name(target).size());
  std::vector<std::string_view> beside;
  const auto entries = package.entries();
  for (std::size_t i = 0; i < entries.size() && i < most_looked_at; ++i) {
    const std::string_view path = entries[i].path;
    if (entries[i].directory || path == "imsmanifest.xml") continue;
    if (file_name(path).size() == file_name(target).size() && text::folded(file_name(path)) == wanted) return path;
    if (path.starts_with(folder) && path.find('/', folder.size()) == std::string_view::npos &&
        beside.size() < most_ranked)
      beside.push_back(path);
  }
  return package.data().keep(text::nearest(target, beside, 1));
}

}  // namespace assay
