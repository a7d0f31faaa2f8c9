// A catalogue as the build packs it: rows sorted by key, then all texts. The program reads rows where they stand, so
// that no start has to parse what ten languages say. Made and read on the same kind of machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/document.hpp"

namespace assay::messages {

struct Entry {
  std::string_view key, text;
  std::string_view of;  // digest of the English text that was translated; empty in English
  bool draft = false;   // nobody who speaks the language has looked at it yet
};

/// validators/messages/<tag>.json packed. The document has no key twice.
[[nodiscard]] std::string pack(const JsonDocument&);

class Catalogue {
 public:
  std::string_view tag, name;
  std::vector<std::string_view> complete;  // groups of keys that are promised to be whole: "cause", "rule.imscp"

  Catalogue() = default;
  /// Bytes of pack(), which stay where they are; aligned to four.
  Catalogue(std::string_view tag, std::string_view packed);
  [[nodiscard]] std::uint32_t size() const { return count_; }
  [[nodiscard]] Entry entry(std::uint32_t index) const;  // sorted by key
  [[nodiscard]] std::optional<Entry> find(std::string_view key) const;

 private:
  [[nodiscard]] std::string_view text(const std::uint32_t* place) const;
  const char* bytes_ = nullptr;
  const std::uint32_t* rows_ = nullptr;
  std::uint32_t count_ = 0;
};

}  // namespace assay::messages
