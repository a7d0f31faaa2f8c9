#include "archive/directory_of_zip.hpp"

#include <algorithm>

#include "text/decode.hpp"

namespace assay::archive {
namespace {

constexpr std::uint32_t central_header = 0x02014b50, end_record = 0x06054b50, end_record_64 = 0x06064b50,
                        locator_64 = 0x07064b50;
constexpr std::uint64_t end_size = 22, central_size = 46;

std::uint64_t number(std::string_view bytes, std::size_t at, int size) {
  std::uint64_t value = 0;
  for (int i = size - 1; i >= 0; --i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

struct End {
  std::uint64_t entries = 0, size = 0, offset = 0, position = 0;
  bool split = false;
};

Problem damaged(const std::string& path, std::string message) {
  return {ProblemKind::unreadable, "damaged-zip", std::move(message),
          "Export or zip the package again; it was changed or cut on its way.", path};
}

// Last end record whose comment reaches exactly to the end of the file; else the last one at all.
bool find_end(const Bytes& bytes, End& end) {
  const std::uint64_t window = std::min<std::uint64_t>(bytes.size(), end_size + 65'535);
  std::string tail;
  if (window < end_size || !bytes.read(bytes.size() - window, window, tail)) return false;
  std::size_t fallback = std::string::npos, chosen = std::string::npos;
  for (std::size_t at = tail.size() - end_size + 1; at-- > 0;) {
    if (number(tail, at, 4) != end_record) continue;
    if (fallback == std::string::npos) fallback = at;
    if (at + end_size + number(tail, at + 20, 2) == tail.size()) {
      chosen = at;
      break;
    }
  }
  if (chosen == std::string::npos) chosen = fallback;
  if (chosen == std::string::npos) return false;
  end.position = bytes.size() - window + chosen;
  end.split = number(tail, chosen + 4, 2) != 0 && number(tail, chosen + 4, 2) != 0xFFFF;
  end.entries = number(tail, chosen + 10, 2);
  end.size = number(tail, chosen + 12, 4);
  end.offset = number(tail, chosen + 16, 4);
  if (end.entries != 0xFFFF && end.size != 0xFFFFFFFF && end.offset != 0xFFFFFFFF) return true;
  std::string locator, record;
  if (end.position < 20 || !bytes.read(end.position - 20, 20, locator) || number(locator, 0, 4) != locator_64)
    return true;
  if (!bytes.read(number(locator, 8, 8), 56, record) || number(record, 0, 4) != end_record_64) return true;
  end.entries = number(record, 32, 8);
  end.size = number(record, 40, 8);
  end.offset = number(record, 48, 8);
  return true;
}

// Sizes of 4 GiB and more stand in the ZIP64 extra field, each only where the 32-bit field says so.
void read_zip64(std::string_view extra, Entry& entry, bool size, bool compressed) {
  for (std::size_t at = 0; at + 4 <= extra.size();) {
    const auto id = number(extra, at, 2);
    const auto length = static_cast<std::size_t>(number(extra, at + 2, 2));
    std::size_t field = at + 4;
    if (length > extra.size() - field) return;
    const std::size_t stop = field + length;
    if (id == 0x0001) {
      if (size && field + 8 <= stop) entry.size = number(extra, field, 8), field += 8;
      if (compressed && field + 8 <= stop) entry.compressed = number(extra, field, 8);
      return;
    }
    at = stop;
  }
}

}  // namespace

bool looks_like_zip(std::string_view first_bytes) {
  return first_bytes.starts_with(std::string_view("PK\3\4", 4)) ||
         first_bytes.starts_with(std::string_view("PK\5\6", 4)) ||
         first_bytes.starts_with(std::string_view("PK\7\x8", 4));
}

Result<std::vector<Entry>> read_central_directory(const Bytes& bytes, const std::string& path, const Limits& limits) {
  End end;
  if (!find_end(bytes, end))
    return Problem{ProblemKind::unreadable, "truncated-zip",
                   "The zip has no table of contents at its end: the file is cut off.",
                   "Download or export it again, and compare the file sizes.", path};
  if (end.split)
    return Problem{ProblemKind::unreadable, "split-zip", "This is one part of a zip that was split into several files.",
                   "Join the parts, or zip the package again in one file.", path};
  if (end.entries > limits.entries)
    return Problem{ProblemKind::refused, "limit-entries",
                   "The zip has " + std::to_string(end.entries) + " entries; the limit entries is " +
                       std::to_string(limits.entries) + ".",
                   "Raise it with --limit entries=N if that many are intended.", path};
  if (end.entries == 0)
    return Problem{ProblemKind::unreadable, "empty-zip", "The zip is empty.", "Export the package again.", path};
  // Data put in front of the zip (self-extractors, mail headers) shifts every offset by its length.
  std::uint64_t start = end.offset;
  if (end.size <= end.position && end.offset + end.size < end.position) {
    std::string probe;
    if (!bytes.read(end.offset, 4, probe) || number(probe, 0, 4) != central_header) start = end.position - end.size;
  }
  std::string directory;
  if (end.size > bytes.size() || start > bytes.size() ||
      !bytes.read(start, std::min(end.size, bytes.size() - start), directory))
    return damaged(path, "The table of contents of the zip points outside the file.");
  std::vector<Entry> entries;
  entries.reserve(std::min<std::uint64_t>(end.entries, directory.size() / central_size + 1));
  std::size_t at = 0;
  for (std::uint64_t i = 0; i < end.entries; ++i) {
    if (at + central_size > directory.size() || number(directory, at, 4) != central_header)
      return damaged(path, "The table of contents of the zip is damaged at entry " + std::to_string(i + 1) + " of " +
                               std::to_string(end.entries) + ".");
    Entry& entry = entries.emplace_back();
    entry.host = static_cast<std::uint8_t>(number(directory, at + 5, 1));
    entry.flags = static_cast<std::uint16_t>(number(directory, at + 8, 2));
    entry.method = static_cast<std::uint16_t>(number(directory, at + 10, 2));
    entry.crc = static_cast<std::uint32_t>(number(directory, at + 16, 4));
    entry.compressed = number(directory, at + 20, 4);
    entry.size = number(directory, at + 24, 4);
    const auto name_size = static_cast<std::size_t>(number(directory, at + 28, 2));
    const auto extra_size = static_cast<std::size_t>(number(directory, at + 30, 2));
    const auto comment_size = static_cast<std::size_t>(number(directory, at + 32, 2));
    entry.external_attributes = static_cast<std::uint32_t>(number(directory, at + 38, 4));
    if (name_size + extra_size + comment_size > directory.size() - at - central_size)
      return damaged(path, "An entry of the zip claims more bytes than its table of contents has.");
    if (name_size > limits.name_bytes)
      return Problem{ProblemKind::refused, "limit-name-bytes",
                     "An entry name has " + std::to_string(name_size) + " bytes; the limit name-bytes is " +
                         std::to_string(limits.name_bytes) + ".",
                     "Shorten the names of files and folders.", path};
    entry.raw_name = directory.substr(at + central_size, name_size);
    read_zip64(std::string_view(directory).substr(at + central_size + name_size, extra_size), entry,
               entry.size == 0xFFFFFFFF, entry.compressed == 0xFFFFFFFF);
    auto name = text::decode_entry_name(entry.raw_name, (entry.flags & 0x0800) != 0);
    entry.name = std::move(name.utf8);
    entry.name_encoding = name.encoding;
    entry.charset = std::move(name.charset);
    entry.path = entry.name;
    std::replace(entry.path.begin(), entry.path.end(), '\\', '/');
    entry.directory = !entry.path.empty() && entry.path.back() == '/';
    at += central_size + name_size + extra_size + comment_size;
  }
  return entries;
}

}  // namespace assay::archive
