// Writes zips that say what they are told to say, true or not. Byte-reproducible.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assay::vectors {

/// What a header says instead of the truth.
struct HeaderLies {
  std::optional<std::string> name, extra;
  std::optional<std::uint32_t> crc, compressed_size, size, external, offset;
  std::optional<std::uint16_t> flags, method, version;
};

struct ZipEntry {
  std::string name, bytes;
  bool deflate = false;
  HeaderLies local, central;
};

struct ZipLies {
  std::string prepend, append, comment;
  std::optional<std::uint16_t> entries;  // of the end record
  std::optional<std::uint32_t> directory_size, directory_offset;
  std::optional<std::uint64_t> truncate;  // bytes that are kept
  std::vector<std::uint64_t> flips;       // offsets whose byte is inverted
};

[[nodiscard]] std::string write_zip(const std::vector<ZipEntry>&, const ZipLies&);

}  // namespace assay::vectors
