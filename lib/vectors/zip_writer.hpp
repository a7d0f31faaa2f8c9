// Writes zips that say what they are told to say, true or not. The same bytes every time: one fixed date, no tool
// names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vectors/blob.hpp"

namespace assay::vectors {

using Lie = std::optional<std::uint64_t>;

/// What a local or central header says instead of the truth.
struct HeaderLies {
  std::optional<std::string> name, extra, comment;
  Lie signature, made_by, version, flags, method, time, date, crc, csize, usize;
  Lie name_length, extra_length, comment_length, disk, internal, external, offset;
};

/// What the end record says instead of the truth.
struct EndLies {
  bool omit = false;
  Lie signature, disk, directory_disk, entries_here, entries, size, offset, comment_length;
};

/// The numbers of a record that can be set, by their names in a vector.
template <class Lies>
struct LieField {
  std::string_view name;
  Lie Lies::*field;
  unsigned bytes;
};
[[nodiscard]] std::span<const LieField<HeaderLies>> header_fields();
[[nodiscard]] std::span<const LieField<EndLies>> end_fields();

struct ZipEntry {
  std::string name;  // bytes as written
  Blob content;
  bool deflate = false;
  HeaderLies local{}, central{};
};

struct ZipLies {
  Blob prepend, append;  // in front of everything, behind everything; true offsets count from the very first byte
  std::string comment;
  EndLies end;
  std::optional<std::int64_t> truncate;  // bytes that are kept; negative: bytes that are cut off
  std::vector<std::int64_t> flips;       // offsets whose byte is inverted; negative: from the end
};

[[nodiscard]] Blob write_zip(const std::vector<ZipEntry>&, const ZipLies&);

}  // namespace assay::vectors
