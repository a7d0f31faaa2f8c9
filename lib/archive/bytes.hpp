// The bytes of an archive: a file read with pread, or memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <assay/package.hpp>
#include <assay/result.hpp>

namespace assay::archive {

class Bytes {
 public:
  /// Problems "not-found", "not-readable".
  static Result<Bytes> open(const Source&);
  Bytes(Bytes&&) noexcept;
  Bytes& operator=(Bytes&&) noexcept;
  ~Bytes();

  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// Appends nothing and returns false when the range is not all there.
  bool read(std::uint64_t offset, std::uint64_t count, std::string& out) const;
  [[nodiscard]] const std::string* memory() const { return memory_; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  Bytes() = default;
  const std::string* memory_ = nullptr;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace assay::archive
