#include "vectors/zip_writer.hpp"

#include <algorithm>
#include <array>

namespace assay::vectors {
namespace {

constexpr std::uint64_t full = 0xFFFFFFFF;  // "see the zip64 record"
constexpr std::uint64_t dos_date = 0x0021;  // 1980-01-01, the first day that the format knows
constexpr std::uint64_t made_on_unix = 0x0314;
constexpr std::uint64_t file_mode = 0x81A40000, folder_mode = 0x41ED0010;  // rw-r--r-- and rwxr-xr-x

constexpr std::array header_table = {
    LieField<HeaderLies>{"signature", &HeaderLies::signature, 4},
    LieField<HeaderLies>{"made_by", &HeaderLies::made_by, 2},
    LieField<HeaderLies>{"version", &HeaderLies::version, 2},
    LieField<HeaderLies>{"flags", &HeaderLies::flags, 2},
    LieField<HeaderLies>{"method", &HeaderLies::method, 2},
    LieField<HeaderLies>{"time", &HeaderLies::time, 2},
    LieField<HeaderLies>{"date", &HeaderLies::date, 2},
    LieField<HeaderLies>{"crc", &HeaderLies::crc, 4},
    LieField<HeaderLies>{"csize", &HeaderLies::csize, 4},
    LieField<HeaderLies>{"usize", &HeaderLies::usize, 4},
    LieField<HeaderLies>{"name_length", &HeaderLies::name_length, 2},
    LieField<HeaderLies>{"extra_length", &HeaderLies::extra_length, 2},
    LieField<HeaderLies>{"comment_length", &HeaderLies::comment_length, 2},
    LieField<HeaderLies>{"disk", &HeaderLies::disk, 2},
    LieField<HeaderLies>{"internal", &HeaderLies::internal, 2},
    LieField<HeaderLies>{"external", &HeaderLies::external, 4},
    LieField<HeaderLies>{"offset", &HeaderLies::offset, 4},
};
constexpr std::array end_table = {
    LieField<EndLies>{"signature", &EndLies::signature, 4},
    LieField<EndLies>{"disk", &EndLies::disk, 2},
    LieField<EndLies>{"directory_disk", &EndLies::directory_disk, 2},
    LieField<EndLies>{"entries_here", &EndLies::entries_here, 2},
    LieField<EndLies>{"entries", &EndLies::entries, 2},
    LieField<EndLies>{"size", &EndLies::size, 4},
    LieField<EndLies>{"offset", &EndLies::offset, 4},
    LieField<EndLies>{"comment_length", &EndLies::comment_length, 2},
};

constexpr std::array wide_end_table = {
    LieField<WideEndLies>{"version", &WideEndLies::version, 2},
    LieField<WideEndLies>{"disk", &WideEndLies::disk, 4},
    LieField<WideEndLies>{"entries", &WideEndLies::entries, 8},
    LieField<WideEndLies>{"size", &WideEndLies::size, 8},
    LieField<WideEndLies>{"offset", &WideEndLies::offset, 8},
    LieField<WideEndLies>{"locator", &WideEndLies::locator, 8},
    LieField<WideEndLies>{"disks", &WideEndLies::disks, 4},
};
constexpr std::array descriptor_table = {
    LieField<Descriptor>{"crc", &Descriptor::crc, 4},
    LieField<Descriptor>{"csize", &Descriptor::csize, 8},
    LieField<Descriptor>{"usize", &Descriptor::usize, 8},
};
constexpr std::uint64_t with_descriptor = 8;  // bit 3 of the flags

void put(std::string& out, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

bool ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What is true of an entry.
struct Truth {
  std::uint64_t flags, method, crc, csize, usize, offset, external;
  bool asked64 = false, later = false;  // later: the sizes stand in a descriptor
  [[nodiscard]] bool zip64() const { return asked64 || std::max({csize, usize, offset}) >= full; }
  // What the header in front of the bytes knows.
  [[nodiscard]] Truth early() const {
    Truth truth = *this;
    if (later) truth.crc = truth.csize = truth.usize = 0;
    return truth;
  }
};

// The 64-bit values of an entry whose 32-bit fields are full.
std::string zip64_extra(const Truth& truth, bool central) {
  if (!truth.zip64()) return {};
  std::string values;
  put(values, truth.usize, 8);
  put(values, truth.csize, 8);
  if (central) put(values, truth.offset, 8);
  std::string extra;
  put(extra, 1, 2);
  put(extra, values.size(), 2);
  return extra + values;
}

// The part that local and central headers share, from "version needed" to the length of the extra field.
void put_common(std::string& out, const Truth& truth, const HeaderLies& lie, std::string_view name,
                std::string_view extra) {
  put(out, lie.version.value_or(truth.zip64() ? 45 : 20), 2);
  put(out, lie.flags.value_or(truth.flags), 2);
  put(out, lie.method.value_or(truth.method), 2);
  put(out, lie.time.value_or(0), 2);
  put(out, lie.date.value_or(dos_date), 2);
  put(out, lie.crc.value_or(truth.crc), 4);
  put(out, lie.csize.value_or(truth.zip64() ? full : truth.csize), 4);
  put(out, lie.usize.value_or(truth.zip64() ? full : truth.usize), 4);
  put(out, lie.name_length.value_or(name.size()), 2);
  put(out, lie.extra_length.value_or(extra.size()), 2);
}

std::string local_header(const ZipEntry& entry, const Truth& truth) {
  const HeaderLies& lie = entry.local;
  const std::string name = lie.name.value_or(entry.name), extra = lie.extra.value_or(zip64_extra(truth, false));
  std::string out;
  put(out, lie.signature.value_or(0x04034b50), 4);
  put_common(out, truth, lie, name, extra);
  return out + name + extra;
}

std::string descriptor_of(const Descriptor& lie, const Truth& truth) {
  std::string out;
  if (lie.signature) put(out, 0x08074b50, 4);
  put(out, lie.crc.value_or(truth.crc), 4);
  put(out, lie.csize.value_or(truth.csize), lie.wide ? 8 : 4);
  put(out, lie.usize.value_or(truth.usize), lie.wide ? 8 : 4);
  return out;
}

std::string central_header(const ZipEntry& entry, const Truth& truth) {
  const HeaderLies& lie = entry.central;
  const std::string name = lie.name.value_or(entry.name), extra = lie.extra.value_or(zip64_extra(truth, true));
  const std::string comment = lie.comment.value_or("");
  std::string out;
  put(out, lie.signature.value_or(0x02014b50), 4);
  put(out, lie.made_by.value_or(made_on_unix), 2);
  put_common(out, truth, lie, name, extra);
  put(out, lie.comment_length.value_or(comment.size()), 2);
  put(out, lie.disk.value_or(0), 2);
  put(out, lie.internal.value_or(0), 2);
  put(out, lie.external.value_or(truth.external), 4);
  put(out, lie.offset.value_or(truth.zip64() ? full : truth.offset), 4);
  return out + name + extra + comment;
}

// The 64-bit end record and its locator, when the plain one is too small for the truth.
std::string zip64_end(std::uint64_t entries, std::uint64_t size, std::uint64_t offset, const WideEndLies& lie) {
  std::string out;
  if (!lie.asked && entries < 0xFFFF && size < full && offset < full) return out;
  if (!lie.omit) {
    put(out, 0x06064b50, 4);
    put(out, 44, 8);
    put(out, made_on_unix, 2);
    put(out, lie.version.value_or(45), 2);
    put(out, lie.disk.value_or(0), 4);
    put(out, 0, 4);
    put(out, lie.entries.value_or(entries), 8);
    put(out, lie.entries.value_or(entries), 8);
    put(out, lie.size.value_or(size), 8);
    put(out, lie.offset.value_or(offset), 8);
  }
  put(out, 0x07064b50, 4);
  put(out, 0, 4);
  put(out, lie.locator.value_or(offset + size), 8);
  put(out, lie.disks.value_or(1), 4);
  return out;
}

std::string end_record(std::uint64_t entries, std::uint64_t size, std::uint64_t offset, const ZipLies& lies) {
  const EndLies& lie = lies.end;
  std::string out = zip64_end(entries, size, offset, lies.wide_end);
  const std::uint64_t shown = std::min<std::uint64_t>(entries, 0xFFFF);
  put(out, lie.signature.value_or(0x06054b50), 4);
  put(out, lie.disk.value_or(0), 2);
  put(out, lie.directory_disk.value_or(0), 2);
  put(out, lie.entries_here.value_or(lie.entries.value_or(shown)), 2);
  put(out, lie.entries.value_or(shown), 2);
  put(out, lie.size.value_or(std::min(size, full)), 4);
  put(out, lie.offset.value_or(std::min(offset, full)), 4);
  put(out, lie.comment_length.value_or(lies.comment.size()), 2);
  return out + lies.comment;
}

std::uint64_t from_end(std::int64_t at, std::uint64_t size) {
  if (at >= 0) return static_cast<std::uint64_t>(at);
  const std::uint64_t back = 0 - static_cast<std::uint64_t>(at);
  return back > size ? 0 : size - back;
}

}  // namespace

std::span<const LieField<HeaderLies>> header_fields() { return header_table; }
std::span<const LieField<EndLies>> end_fields() { return end_table; }
std::span<const LieField<WideEndLies>> wide_end_fields() { return wide_end_table; }
std::span<const LieField<Descriptor>> descriptor_fields() { return descriptor_table; }

Blob write_zip(const std::vector<ZipEntry>& entries, const ZipLies& lies) {
  Blob out = lies.prepend;
  const std::uint64_t base = lies.relative ? out.size() : 0;
  std::string directory;
  for (const ZipEntry& entry : entries) {
    const Blob packed = entry.packed ? *entry.packed : entry.deflate ? Blob(entry.content.deflated()) : entry.content;
    out.append(entry.before);
    const bool folder = !entry.name.empty() && entry.name.back() == '/';
    const Truth truth{.flags = (ascii(entry.name) ? 0u : 0x0800u) | (entry.descriptor ? with_descriptor : 0u),
                      .method = entry.deflate ? 8u : 0u,
                      .crc = entry.content.crc(),
                      .csize = packed.size(),
                      .usize = entry.content.size(),
                      .offset = out.size() - base,
                      .external = folder ? folder_mode : file_mode,
                      .asked64 = entry.zip64,
                      .later = entry.descriptor.has_value()};
    out.append(local_header(entry, truth.early()));
    out.append(packed);
    if (entry.descriptor) out.append(descriptor_of(*entry.descriptor, truth));
    directory += central_header(entry, truth);
  }
  const std::uint64_t offset = out.size() - base;
  out.append(directory);
  if (!lies.end.omit) out.append(end_record(entries.size(), directory.size(), offset, lies));
  out.append(lies.append);
  const std::uint64_t size = out.size();
  for (const std::int64_t at : lies.flips) out.invert(from_end(at, size));
  if (lies.truncate) out.keep(from_end(*lies.truncate, size));
  return out;
}

}  // namespace assay::vectors
