#include "archive/name_index.hpp"

#include <bit>

#include <assay/course.hpp>

#include "archive/keyed_hash.hpp"
#include "text/unicode.hpp"

namespace assay::archive {
namespace {

std::size_t hash(std::string_view key) { return static_cast<std::size_t>(keyed_hash(key)); }

std::vector<std::uint32_t> empty_slots(std::size_t entries) {
  return std::vector<std::uint32_t>(std::bit_ceil(2 * entries + 1), none);
}

// `key_of` gives the key of an entry.
template <class KeyOf>
void insert(std::vector<std::uint32_t>& slots, std::uint32_t entry, std::string_view key, const KeyOf& key_of) {
  std::size_t at = hash(key) & (slots.size() - 1);
  while (slots[at] != none) {
    if (key_of(slots[at]) == key) return;  // the first of a name stays
    at = (at + 1) & (slots.size() - 1);
  }
  slots[at] = entry;
}

template <class KeyOf>
std::uint32_t look_up(const std::vector<std::uint32_t>& slots, std::string_view key, const KeyOf& key_of) {
  if (slots.empty()) return none;
  std::size_t at = hash(key) & (slots.size() - 1);
  while (slots[at] != none && key_of(slots[at]) != key) at = (at + 1) & (slots.size() - 1);
  return slots[at];
}

}  // namespace

void NameIndex::build(const std::vector<Entry>& entries) {
  entries_ = &entries;
  slots_ = empty_slots(entries.size());
  const auto key_of = [&](std::uint32_t i) { return std::string_view(entries[i].path); };
  for (std::uint32_t i = 0; i < entries.size(); ++i)
    if (!entries[i].directory) insert(slots_, i, entries[i].path, key_of);
}

std::uint32_t NameIndex::find(std::string_view path) const {
  return look_up(slots_, path, [&](std::uint32_t i) { return std::string_view((*entries_)[i].path); });
}

void FoldedIndex::build(const std::vector<Entry>& entries) {
  keys_.assign(entries.size(), {});
  slots_ = empty_slots(entries.size());
  const auto key_of = [&](std::uint32_t i) { return std::string_view(keys_[i]); };
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].directory) continue;
    keys_[i] = text::folded(entries[i].path);
    insert(slots_, i, keys_[i], key_of);
  }
}

std::uint32_t FoldedIndex::find(std::string_view key) const {
  return look_up(slots_, key, [&](std::uint32_t i) { return std::string_view(keys_[i]); });
}

}  // namespace assay::archive
