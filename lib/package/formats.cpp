#include "package/format.hpp"

#include <algorithm>
#include <array>

#include "embedded.hpp"

namespace assay {
namespace {

constexpr std::array modules = {&ims_manifest_format, &cmi5_format,     &h5p_format,    &tincan_format,
                                &aicc_format,         &metadata_format, &foreign_format};

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(x) == lower(y);
  });
}

}  // namespace

std::optional<std::uint32_t> Contents::find(std::string_view wanted) const {
  for (std::uint32_t i = 0; i < entries.size(); ++i)
    if (entries[i].path == wanted && !entries[i].directory) return i;
  return std::nullopt;
}

std::optional<std::uint32_t> Contents::shallowest(std::string_view wanted, bool ignore_case) const {
  std::optional<std::uint32_t> best;
  auto depth = [this](std::uint32_t i) { return std::count(entries[i].path.begin(), entries[i].path.end(), '/'); };
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (entry.directory || entry.path.starts_with("__MACOSX/")) continue;
    const std::string_view name = file_name(entry.path);
    if (ignore_case ? !same_letters(name, wanted) : name != wanted) continue;
    if (!best || depth(i) < depth(*best) || (depth(i) == depth(*best) && entry.path < entries[*best].path)) best = i;
  }
  return best;
}

bool Contents::any_suffix(std::string_view suffix) const {
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.path.size() >= suffix.size() &&
           same_letters(std::string_view(entry.path).substr(entry.path.size() - suffix.size()), suffix);
  });
}

Recognised recognise(const Contents& contents) {
  for (const FormatModule* module : modules)
    if (auto found = module->recognise(contents)) return *found;
  return {};
}

std::string schema_set_of(std::string_view format_id) {
  const std::string name(format_id);
  return !name.empty() && embedded_file("pools/" + name).data() ? name : std::string();
}

std::span<const FormatInfo> format_table() {
  static const std::vector<FormatInfo> table = [] {
    std::vector<FormatInfo> all;
    for (const FormatModule* module : modules) all.insert(all.end(), module->info.begin(), module->info.end());
    return all;
  }();
  return table;
}

}  // namespace assay
