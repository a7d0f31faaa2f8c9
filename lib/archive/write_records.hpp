// The records of a zip as they are written: fields that may be set to anything (vectors tell lies), and what is true.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::archive {

/// A local or central header. The lengths are told apart from the texts, so that they can be wrong.
struct HeaderRecord {
  std::string name{}, extra{}, comment{};
  std::uint64_t signature = 0, made_by = 0, version = 0, flags = 0, method = 0, time = 0, date = 0, crc = 0, csize = 0,
                usize = 0, name_length = 0, extra_length = 0, comment_length = 0, disk = 0, internal = 0, external = 0,
                offset = 0;
  void measure();  // the lengths are those of the texts
};

/// The end record, and with `wide` the 64-bit one and its locator in front of it.
struct EndRecord {
  std::string comment{};
  std::uint64_t signature = 0, disk = 0, directory_disk = 0, entries_here = 0, entries = 0, size = 0, offset = 0,
                comment_length = 0;
};
struct WideEndRecord {
  std::uint64_t version = 0, disk = 0, entries = 0, size = 0, offset = 0, locator = 0, disks = 0;
};

/// A number of so many bytes, the lowest first.
void put_number(std::string& out, std::uint64_t value, int size);
void put_local(std::string& out, const HeaderRecord&);
void put_central(std::string& out, const HeaderRecord&);
void put_end(std::string& out, const EndRecord&);
void put_wide_end(std::string& out, const WideEndRecord&);
void put_locator(std::string& out, const WideEndRecord&);

constexpr std::uint32_t first_day = 0x0021'0000;  // 1980-01-01, 0:00: the first moment that the format knows

/// What is true of an entry.
struct EntryTruth {
  std::string name{};  // bytes
  std::uint64_t flags = 0, method = 0, crc = 0, csize = 0, usize = 0, offset = 0;
  std::uint32_t modified = first_day;  // DOS date and time
  bool asked64 = false;                // 64-bit sizes, needed or not
  bool later = false;                  // the sizes stand behind the bytes
  [[nodiscard]] bool zip64() const;
};
/// Flags of a name: none for ASCII, else "this is UTF-8".
[[nodiscard]] std::uint64_t name_flags(std::string_view name);
[[nodiscard]] HeaderRecord local_record(const EntryTruth&);
[[nodiscard]] HeaderRecord central_record(const EntryTruth&);

/// What is true of the whole: so many entries, whose table of contents has this size and begins there.
struct TableTruth {
  std::uint64_t entries = 0, size = 0, offset = 0;
  [[nodiscard]] bool zip64() const;
};
[[nodiscard]] EndRecord end_record(const TableTruth&);
[[nodiscard]] WideEndRecord wide_end_record(const TableTruth&);

}  // namespace assay::archive
