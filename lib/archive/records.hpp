// The records of a zip as they stand in the file. Field names follow PKWARE's APPNOTE; numbers are little-endian.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace assay::archive {

constexpr std::uint32_t local_signature = 0x04034b50, central_signature = 0x02014b50, descriptor_signature = 0x08074b50,
                        end_signature = 0x06054b50, end64_signature = 0x06064b50, locator_signature = 0x07064b50,
                        extra_data_signature = 0x08064b50;
constexpr std::uint64_t local_size = 30, central_size = 46, end_size = 22, end64_size = 56, locator_size = 20;
constexpr std::uint64_t full16 = 0xFFFF, full32 = 0xFFFFFFFF;  // "see the 64-bit field"

constexpr std::uint16_t flag_encrypted = 1, flag_descriptor = 1 << 3, flag_strong = 1 << 6, flag_utf8 = 1 << 11,
                        flag_masked = 1 << 13;

[[nodiscard]] inline std::uint64_t number(std::string_view bytes, std::size_t at, unsigned size) {
  std::uint64_t value = 0;
  for (unsigned i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}
[[nodiscard]] inline std::uint16_t number16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(number(bytes, at, 2));
}
[[nodiscard]] inline std::uint32_t number32(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(number(bytes, at, 4));
}

/// Walks the blocks of an extra field. Up to three bytes behind the last one are padding (zipalign leaves them).
class ExtraBlocks {
 public:
  explicit ExtraBlocks(std::string_view field) : rest_(field) {}
  struct Block {
    std::uint16_t id = 0;
    std::string_view content;
  };
  std::optional<Block> next() {
    if (rest_.size() < 4) return std::nullopt;
    const std::size_t length = number16(rest_, 2);
    if (length > rest_.size() - 4) {
      broken_ = true;
      return std::nullopt;
    }
    const Block block{number16(rest_, 0), rest_.substr(4, length)};
    rest_.remove_prefix(4 + length);
    return block;
  }
  [[nodiscard]] bool broken() const { return broken_; }  // a length that does not fit

 private:
  std::string_view rest_;
  bool broken_ = false;
};

/// The 64-bit sizes and offset of an entry: each stands in the extra field 0x0001 when its 32-bit field is full.
struct Zip64 {
  std::uint64_t *usize = nullptr, *csize = nullptr, *offset = nullptr;  // to be replaced when they are full
};
enum class Zip64Trouble : std::uint8_t { none, twice, missing, contradiction };
/// `contradiction`: fields that are not full, and 64-bit values that say something else.
[[nodiscard]] Zip64Trouble read_zip64(std::string_view extra, const Zip64&);

}  // namespace assay::archive
