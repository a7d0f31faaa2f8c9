// Numbers inside foreign bytes; what lies outside reads as 0.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay::media {

class Bytes {
 public:
  explicit Bytes(std::string_view bytes, bool little = false) : bytes_(bytes), little_(little) {}
  /// Up to eight bytes as one number.
  [[nodiscard]] std::uint64_t number(std::uint64_t at, unsigned size) const {
    std::uint64_t value = 0;
    if (at > bytes_.size() || size > bytes_.size() - at) return 0;
    for (unsigned i = 0; i < size; ++i) {
      const auto byte = static_cast<unsigned char>(bytes_[static_cast<std::size_t>(at) + (little_ ? size - 1 - i : i)]);
      value = (value << 8) | byte;
    }
    return value;
  }
  [[nodiscard]] std::uint32_t number32(std::uint64_t at, unsigned size = 4) const {
    return static_cast<std::uint32_t>(number(at, size));
  }
  /// As many of the wanted bytes as there are.
  [[nodiscard]] std::string_view part(std::uint64_t at, std::uint64_t size) const {
    return at < bytes_.size() ? bytes_.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(size))
                              : std::string_view();
  }

 private:
  std::string_view bytes_;
  bool little_;
};

}  // namespace assay::media
