// Writes a plain zip from front to back: sizes in front of the bytes, no extra fields but 64-bit sizes where they are
// needed, nothing between, in front or behind.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "archive/write_records.hpp"

namespace assay::archive {

class ZipWriter {
 public:
  /// Gets the bytes in blocks; false: they cannot be taken.
  using Sink = std::function<bool(std::string_view)>;
  explicit ZipWriter(Sink sink) : sink_(std::move(sink)) {}

  /// The header of the next entry (`offset` is set here); its packed bytes follow. False when the sink says so.
  [[nodiscard]] bool entry(EntryTruth);
  [[nodiscard]] bool bytes(std::string_view packed);
  [[nodiscard]] bool finish();

 private:
  bool flush();
  Sink sink_;
  std::string buffer_, table_;
  std::uint64_t written_ = 0, entries_ = 0;
};

}  // namespace assay::archive
