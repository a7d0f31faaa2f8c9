// Entries by path, exactly and without regard to letter case, Unicode form and width: one hash table each, built once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <assay/package.hpp>

namespace assay::archive {

/// Open addressing over entry numbers: no node, no copy of a key.
class NameIndex {
 public:
  /// Directories are left out; of several entries with one path the first is found.
  void build(const std::vector<Entry>&);
  [[nodiscard]] std::uint32_t find(std::string_view path) const;

 private:
  const std::vector<Entry>* entries_ = nullptr;
  std::vector<std::uint32_t> slots_;
};

class FoldedIndex {
 public:
  void build(const std::vector<Entry>&);
  /// `key` as made by text::folded().
  [[nodiscard]] std::uint32_t find(std::string_view key) const;

 private:
  std::vector<std::string> keys_;  // by entry; empty for directories
  std::vector<std::uint32_t> slots_;
};

}  // namespace assay::archive
