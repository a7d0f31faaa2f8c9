// Packs bytes with deflate, the same way every time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace assay::archive {

/// CRC-32 of what came before and these bytes.
[[nodiscard]] std::uint32_t crc_of(std::uint32_t crc, std::string_view bytes);

class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// Appends what is ready to `out`.
  void add(std::string_view bytes, std::string& out);
  void finish(std::string& out);
  /// Begins a new stream.
  void restart();

 private:
  void run(std::string_view bytes, int flush, std::string& out);
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace assay::archive
