// Writes zips that say what they are told to say, true or not. The same bytes every time: one fixed date, no tool
// names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/write_records.hpp"
#include "vectors/blob.hpp"

namespace assay::vectors {

using Lie = std::optional<std::uint64_t>;

/// What a local or central header says instead of the truth.
struct HeaderLies {
  using Record = archive::HeaderRecord;
  std::optional<std::string> name, extra, comment;
  Lie signature, made_by, version, flags, method, time, date, crc, csize, usize;
  Lie name_length, extra_length, comment_length, disk, internal, external, offset;
};

/// What the end record says instead of the truth.
struct EndLies {
  using Record = archive::EndRecord;
  bool omit = false;
  Lie signature, disk, directory_disk, entries_here, entries, size, offset, comment_length;
};

/// The 64-bit end record and its locator: written when they are needed, or when a vector asks for them.
struct WideEndLies {
  using Record = archive::WideEndRecord;
  bool asked = false, omit = false;  // omit: the record, not its locator
  Lie version, disk, entries, size, offset, locator, disks;
};

/// What stands behind the bytes of an entry whose header came before its size was known.
struct Descriptor {
  struct Record {
    std::uint64_t crc, csize, usize;
  };
  bool signature = true, wide = false;
  Lie crc, csize, usize;
};

/// The numbers of a record that can be set, by their names in a vector, and where they stand in the record itself.
template <class Lies>
struct LieField {
  std::string_view name;
  Lie Lies::*field;
  unsigned bytes;
  std::uint64_t Lies::Record::*told;
};
[[nodiscard]] std::span<const LieField<HeaderLies>> header_fields();
[[nodiscard]] std::span<const LieField<EndLies>> end_fields();
[[nodiscard]] std::span<const LieField<WideEndLies>> wide_end_fields();
[[nodiscard]] std::span<const LieField<Descriptor>> descriptor_fields();

struct ZipEntry {
  std::string name;  // bytes as written
  Blob content;
  bool deflate = false;
  HeaderLies local{}, central{};
  Blob before{};                 // in front of its header, listed nowhere
  std::optional<Blob> packed{};  // instead of what the content would become
  std::optional<Descriptor> descriptor{};
  bool zip64 = false;  // 64-bit sizes, needed or not
};

struct ZipLies {
  Blob prepend, append;   // in front of everything, behind everything
  bool relative = false;  // offsets count from the first byte of the zip, not of the file
  WideEndLies wide_end;
  std::string comment;
  EndLies end;
  std::optional<std::int64_t> truncate;  // bytes that are kept; negative: bytes that are cut off
  std::vector<std::int64_t> flips;       // offsets whose byte is inverted; negative: from the end
};

[[nodiscard]] Blob write_zip(const std::vector<ZipEntry>&, const ZipLies&);

}  // namespace assay::vectors
