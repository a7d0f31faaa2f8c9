// Bytes with holes: a test package may declare gigabytes of zeros without anybody holding them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay::vectors {

class Blob {
 public:
  /// Zeros beyond this many are a hole: never in memory, and a hole in the file.
  static constexpr std::uint64_t hole_from = 16ull << 20;

  Blob() = default;
  explicit Blob(std::string bytes);

  void append(std::string_view bytes);
  void append(const Blob& other);
  void append_zeros(std::uint64_t count);

  [[nodiscard]] std::uint64_t size() const;
  /// The bytes when there is no hole, else null.
  [[nodiscard]] const std::string* flat() const;
  [[nodiscard]] std::uint32_t crc() const;
  [[nodiscard]] std::string deflated() const;

  void keep(std::uint64_t size);      // cuts off what is behind
  void invert(std::uint64_t offset);  // the byte there, all its bits
  /// Writes everything to a new, empty file; false when the system refuses.
  [[nodiscard]] bool write_to(int descriptor) const;

 private:
  struct Piece {
    std::string bytes;
    std::uint64_t zeros = 0;  // behind the bytes
  };
  std::vector<Piece> pieces_;
};

}  // namespace assay::vectors
