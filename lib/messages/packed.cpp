#include "messages/packed.hpp"

#include <algorithm>
#include <cstring>

namespace assay::messages {
namespace {

// A place is the offset of a text in the texts, and its length. In front stand the name's place, the number of groups
// and of rows; then a place for each group; then the rows: places of key, text and digest, and whether it is a draft.
constexpr std::uint32_t head = 4, place = 2, row = 3 * place + 1;

class Packer {
 public:
  void put(std::uint32_t number) { numbers_.push_back(number); }
  void put(std::string_view text) {
    put(static_cast<std::uint32_t>(texts_.size()));
    put(static_cast<std::uint32_t>(text.size()));
    texts_ += text;
  }
  [[nodiscard]] std::string bytes() const {
    std::string all(numbers_.size() * sizeof(std::uint32_t), '\0');
    std::memcpy(all.data(), numbers_.data(), all.size());
    return all + texts_;
  }

 private:
  std::vector<std::uint32_t> numbers_;
  std::string texts_;
};

}  // namespace

std::string pack(const JsonDocument& document) {
  const JsonNode top = root(document), groups = member(top, "complete"), texts = member(top, "texts");
  std::vector<Entry> entries;
  for (JsonNode each = first_child(texts); each; each = next_sibling(each)) {
    if (type(each) == JsonType::string)
      entries.push_back({key(each), content(each), {}, false});
    else
      entries.push_back(
          {key(each), content(member(each, "text")), content(member(each, "of")), boolean(member(each, "draft"))});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
  Packer packer;
  packer.put(content(member(top, "name")));
  packer.put(static_cast<std::uint32_t>(assay::size(groups)));
  packer.put(static_cast<std::uint32_t>(entries.size()));
  for (JsonNode each = first_child(groups); each; each = next_sibling(each)) packer.put(content(each));
  for (const Entry& each : entries) {
    packer.put(each.key);
    packer.put(each.text);
    packer.put(each.of);
    packer.put(each.draft ? 1u : 0u);
  }
  return packer.bytes();
}

Catalogue::Catalogue(std::string_view tag_, std::string_view packed) : tag(tag_) {
  const auto* const numbers = reinterpret_cast<const std::uint32_t*>(packed.data());
  const std::uint32_t groups = numbers[place];
  count_ = numbers[place + 1];
  rows_ = numbers + head + place * groups;
  bytes_ = reinterpret_cast<const char*>(rows_ + std::size_t{row} * count_);
  name = text(numbers);
  complete.reserve(groups);
  for (std::uint32_t i = 0; i < groups; ++i) complete.push_back(text(numbers + head + place * i));
}

std::string_view Catalogue::text(const std::uint32_t* at) const { return {bytes_ + at[0], at[1]}; }

Entry Catalogue::entry(std::uint32_t index) const {
  const std::uint32_t* const at = rows_ + std::size_t{row} * index;
  return {text(at), text(at + place), text(at + 2 * place), at[3 * place] != 0};
}

std::optional<Entry> Catalogue::find(std::string_view key) const {
  std::uint32_t low = 0, high = count_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (text(rows_ + std::size_t{row} * middle) < key)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == count_) return std::nullopt;
  const Entry found = entry(low);
  return found.key == key ? std::optional(found) : std::nullopt;
}

}  // namespace assay::messages
