// A moving piece of an archive: what is read in order costs one system call for a block, not one for each record.
#pragma once

#include <string>
#include <string_view>

#include "archive/bytes.hpp"

namespace assay::archive {

class Window {
 public:
  explicit Window(const Bytes& bytes) : bytes_(bytes) {}

  /// As many of the wanted bytes as there are. Valid until the next call. A small piece far from the last one is read
  /// alone, or an archive of large films would be read in whole for its headers.
  [[nodiscard]] std::string_view view(std::uint64_t at, std::uint64_t wanted);

 private:
  static constexpr std::uint64_t block = 256 << 10, lone = 4 << 10;
  const Bytes& bytes_;
  std::string buffer_;
  std::uint64_t start_ = 0;
};

}  // namespace assay::archive
