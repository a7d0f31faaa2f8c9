#include "archive/end_of_zip.hpp"

#include <algorithm>
#include <array>

#include "archive/records.hpp"

namespace assay::archive {
namespace {

constexpr std::uint64_t most_comment = 65'535;
constexpr std::uint64_t encrypting_version = 62;  // APPNOTE: the version needed for an encrypted table of contents

Problem damaged(const std::string& path, std::string message) {
  return {ProblemKind::unreadable, "damaged-zip", std::move(message),
          "Export or zip the package again; it was changed or cut on its way.", path};
}

bool stands_at(const Bytes& bytes, std::uint64_t at, std::uint32_t signature) {
  std::string probe;
  return bytes.read(at, 4, probe) && number32(probe, 0) == signature;
}

/// What one end record says.
struct Record {
  std::uint64_t position = 0, behind = 0;
  std::uint64_t disk = 0, directory_disk = 0, here = 0, entries = 0, size = 0, offset = 0;
  bool complete = false;  // its comment does not reach over the end of the file
};

Record read_record(const Bytes& bytes, std::string_view tail, std::size_t at, std::uint64_t tail_position) {
  Record record;
  record.position = tail_position + at;
  record.behind = record.position + end_size + number16(tail, at + 20);
  record.complete = record.behind <= bytes.size();
  record.disk = number16(tail, at + 4);
  record.directory_disk = number16(tail, at + 6);
  record.here = number16(tail, at + 8);
  record.entries = number16(tail, at + 10);
  record.size = number32(tail, at + 12);
  record.offset = number32(tail, at + 16);
  return record;
}

/// Where the 64-bit end record is, when its locator stands in front of the end record.
struct Wide {
  bool located = false, found = false, moved = false;  // moved: not where the locator says
  std::uint64_t position = 0, disks = 1, disk = 0;
  std::uint64_t version = 0, entries = 0, size = 0, offset = 0;
};

Wide read_wide(const Bytes& bytes, std::uint64_t end_position) {
  Wide wide;
  std::string locator, record;
  if (end_position < locator_size || !bytes.read(end_position - locator_size, locator_size, locator) ||
      number32(locator, 0) != locator_signature)
    return wide;
  wide.located = true;
  wide.disks = number32(locator, 16);
  const std::uint64_t told = number(locator, 8, 8);
  // Bytes in front of the zip move the record; then it still stands just before its locator.
  const std::uint64_t usual = end_position >= locator_size + end64_size ? end_position - locator_size - end64_size : 0;
  for (const std::uint64_t place : {told, usual}) {
    record.clear();
    if (!bytes.read(place, end64_size, record) || number32(record, 0) != end64_signature) continue;
    wide.found = true;
    wide.moved = place != told;
    wide.position = place;
    break;
  }
  if (!wide.found) return wide;
  wide.version = number16(record, 14);
  wide.disk = number32(record, 16);
  wide.entries = number(record, 32, 8);
  wide.size = number(record, 40, 8);
  wide.offset = number(record, 48, 8);
  return wide;
}

bool agrees(std::uint64_t narrow, std::uint64_t wide, std::uint64_t full) { return narrow == full || narrow == wide; }

/// Table of contents that a record leads to. Offsets count from the first byte of the file, or, when something was put
/// in front of the zip, from the first byte of the zip.
struct Table {
  bool there = false, both = false;
  std::uint64_t start = 0, shift = 0;
};

Table find_table(const Bytes& bytes, std::uint64_t records, std::uint64_t size, std::uint64_t offset) {
  Table table;
  const bool behind_fits = size <= records;
  const std::uint64_t adjacent = behind_fits ? records - size : 0;  // the table ends where the records begin
  const bool at_adjacent = behind_fits && size >= 4 && stands_at(bytes, adjacent, central_signature);
  const bool at_offset = offset <= records && stands_at(bytes, offset, central_signature);
  table.there = at_adjacent || at_offset;
  table.both = at_adjacent && at_offset && adjacent != offset;
  table.start = at_offset || !at_adjacent ? offset : adjacent;
  table.shift = table.start == adjacent && behind_fits && adjacent >= offset ? adjacent - offset : 0;
  return table;
}

std::vector<std::size_t> signatures(std::string_view tail) {
  using namespace std::string_view_literals;
  std::vector<std::size_t> found;
  for (std::size_t at = tail.find("PK\5\6"sv); at != std::string_view::npos; at = tail.find("PK\5\6"sv, at + 1))
    if (at + end_size <= tail.size()) found.push_back(at);
  return found;
}

bool leads_to_table(const Bytes& bytes, const Record& record) {
  if (!record.complete) return false;
  const Wide wide = read_wide(bytes, record.position);
  if (wide.found) return find_table(bytes, wide.position, wide.size, wide.offset).there;
  return record.entries > 0 && find_table(bytes, record.position, record.size, record.offset).there;
}

// The last one that reaches to the end of the file and leads somewhere; else the last that does one of both.
const Record* choose(const Bytes& bytes, const std::vector<Record>& records) {
  const Record* best = nullptr;
  int best_rank = -1;
  std::size_t probes = 0;
  for (auto record = records.rbegin(); record != records.rend() && probes < 1'000; ++record, ++probes) {
    const bool exact = record->behind == bytes.size(), leads = leads_to_table(bytes, *record);
    const int rank = exact && leads ? 3 : exact ? 2 : leads ? 1 : 0;
    if (rank > best_rank) {
      best = &*record;
      best_rank = rank;
    }
    if (rank == 3) break;
  }
  return best;
}

}  // namespace

bool holds_end(const Bytes& bytes, std::uint64_t from, std::uint64_t to) {
  constexpr std::size_t most_probes = 100;
  const std::uint64_t window = std::min(to - from, end_size + most_comment);
  std::string tail;
  if (to <= from || window < end_size || !bytes.read(to - window, window, tail)) return false;
  std::size_t probes = 0;
  for (const std::size_t at : signatures(tail))
    if (++probes <= most_probes && leads_to_table(bytes, read_record(bytes, tail, at, to - window))) return true;
  return false;
}

Result<End> find_end(const Bytes& bytes, const std::string& path) {
  const std::uint64_t window = std::min<std::uint64_t>(bytes.size(), end_size + most_comment);
  std::string tail;
  if (!bytes.read(bytes.size() - window, window, tail)) tail.clear();
  std::vector<Record> records;
  for (const std::size_t at : signatures(tail)) records.push_back(read_record(bytes, tail, at, bytes.size() - window));
  const Record* record = choose(bytes, records);
  if (!record)
    return Problem{ProblemKind::unreadable, "truncated-zip",
                   "The zip has no table of contents at its end: the file is cut off.",
                   "Download or export it again, and compare the file sizes.", path};
  End end;
  end.position = end.records = record->position;
  end.behind = std::min(record->behind, bytes.size());
  const Wide wide = read_wide(bytes, record->position);
  const auto split = [](std::uint64_t disk) { return disk != 0 && disk != full16; };
  if (split(record->disk) || split(record->directory_disk) || (wide.located && wide.disks > 1) ||
      (wide.found && wide.disk != 0))
    return Problem{ProblemKind::unreadable, "split-zip", "This is one part of a zip that was split into several files.",
                   "Join the parts, or zip the package again in one file.", path};
  end.entries = record->entries;
  end.size = record->size;
  std::uint64_t offset = record->offset;
  const auto contradiction = [&end](std::string_view cause) {
    end.defects.push_back({ContainerDefect::zip64_contradiction, none, cause});
  };
  if (wide.found) {
    if (wide.version >= encrypting_version)
      return Problem{ProblemKind::unreadable, "encrypted-zip", "The table of contents of the zip is encrypted.",
                     "Zip the package again without a password.", path};
    end.zip64 = true;
    end.records = wide.position;
    end.entries = wide.entries;
    end.size = wide.size;
    offset = wide.offset;
    if (!agrees(record->entries, wide.entries, full16) || !agrees(record->size, wide.size, full32) ||
        !agrees(record->offset, wide.offset, full32))
      contradiction("end-record");
  } else if (wide.located) {
    contradiction("no-end-record");
  }
  const Table table = find_table(bytes, end.records, end.size, offset);
  end.start = table.start;
  end.shift = table.shift;
  if (table.both) end.defects.push_back({ContainerDefect::second_directory});
  if (wide.found && wide.moved && end.shift == 0) contradiction("locator");
  if (end.start > bytes.size() || end.size > bytes.size() - end.start)
    return damaged(path, "The table of contents of the zip points outside the file.");
  if (stands_at(bytes, end.start, extra_data_signature))
    return Problem{ProblemKind::unreadable, "encrypted-zip", "The table of contents of the zip is encrypted.",
                   "Zip the package again without a password.", path};
  return end;
}

}  // namespace assay::archive
