#include "archive/write_records.hpp"

#include <algorithm>
#include <initializer_list>

#include "archive/records.hpp"

namespace assay::archive {
namespace {

constexpr std::uint64_t made_on_unix = 0x0314;
constexpr std::uint64_t file_mode = 0x81A40000, folder_mode = 0x41ED0010;  // rw-r--r-- and rwxr-xr-x

struct Field {
  std::uint64_t value;
  int size;
};

void put(std::string& out, std::initializer_list<Field> fields) {
  for (const Field& field : fields) put_number(out, field.value, field.size);
}

// The part that local and central headers share, from "version needed" to the length of the extra field.
void put_common(std::string& out, const HeaderRecord& record) {
  put(out, {{record.version, 2},
            {record.flags, 2},
            {record.method, 2},
            {record.time, 2},
            {record.date, 2},
            {record.crc, 4},
            {record.csize, 4},
            {record.usize, 4},
            {record.name_length, 2},
            {record.extra_length, 2}});
}

// The 64-bit values of an entry whose 32-bit fields are full.
std::string zip64_extra(const EntryTruth& truth, bool central) {
  if (!truth.zip64()) return {};
  std::string values;
  const bool left_out = truth.later && !central;
  put(values, {{left_out ? 0 : truth.usize, 8}, {left_out ? 0 : truth.csize, 8}});
  if (central) put_number(values, truth.offset, 8);
  std::string extra;
  put(extra, {{1, 2}, {values.size(), 2}});
  return extra + values;
}

HeaderRecord common_record(const EntryTruth& truth, bool central) {
  const bool wide = truth.zip64(), later = truth.later && !central;
  HeaderRecord record{.name = truth.name, .extra = zip64_extra(truth, central)};
  record.version = wide ? 45 : 20;
  record.flags = truth.flags;
  record.method = truth.method;
  record.time = truth.modified & 0xFFFF;
  record.date = truth.modified >> 16;
  record.crc = later ? 0 : truth.crc;
  record.csize = wide ? full32 : later ? 0 : truth.csize;
  record.usize = wide ? full32 : later ? 0 : truth.usize;
  record.measure();
  return record;
}

}  // namespace

void put_number(std::string& out, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

void HeaderRecord::measure() {
  name_length = name.size();
  extra_length = extra.size();
  comment_length = comment.size();
}

bool EntryTruth::zip64() const { return asked64 || std::max({csize, usize, offset}) >= full32; }
bool TableTruth::zip64() const { return entries >= full16 || size >= full32 || offset >= full32; }

std::uint64_t name_flags(std::string_view name) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? 0 : flag_utf8;
}

HeaderRecord local_record(const EntryTruth& truth) {
  HeaderRecord record = common_record(truth, false);
  record.signature = local_signature;
  return record;
}

HeaderRecord central_record(const EntryTruth& truth) {
  HeaderRecord record = common_record(truth, true);
  record.signature = central_signature;
  record.made_by = made_on_unix;
  record.external = truth.name.ends_with('/') ? folder_mode : file_mode;
  record.offset = truth.zip64() ? full32 : truth.offset;
  return record;
}

EndRecord end_record(const TableTruth& truth) {
  EndRecord record;
  record.signature = end_signature;
  record.entries_here = record.entries = std::min(truth.entries, full16);
  record.size = std::min(truth.size, full32);
  record.offset = std::min(truth.offset, full32);
  return record;
}

WideEndRecord wide_end_record(const TableTruth& truth) {
  WideEndRecord record;
  record.version = 45;
  record.entries = truth.entries;
  record.size = truth.size;
  record.offset = truth.offset;
  record.locator = truth.offset + truth.size;
  record.disks = 1;
  return record;
}

void put_local(std::string& out, const HeaderRecord& record) {
  put(out, {{record.signature, 4}});
  put_common(out, record);
  out += record.name + record.extra;
}

void put_central(std::string& out, const HeaderRecord& record) {
  put(out, {{record.signature, 4}, {record.made_by, 2}});
  put_common(out, record);
  put(out,
      {{record.comment_length, 2}, {record.disk, 2}, {record.internal, 2}, {record.external, 4}, {record.offset, 4}});
  out += record.name + record.extra + record.comment;
}

void put_end(std::string& out, const EndRecord& record) {
  put(out, {{record.signature, 4},
            {record.disk, 2},
            {record.directory_disk, 2},
            {record.entries_here, 2},
            {record.entries, 2},
            {record.size, 4},
            {record.offset, 4},
            {record.comment_length, 2}});
  out += record.comment;
}

void put_wide_end(std::string& out, const WideEndRecord& record) {
  put(out, {{end64_signature, 4},
            {end64_size - 12, 8},
            {made_on_unix, 2},
            {record.version, 2},
            {record.disk, 4},
            {0, 4},
            {record.entries, 8},
            {record.entries, 8},
            {record.size, 8},
            {record.offset, 8}});
}

void put_locator(std::string& out, const WideEndRecord& record) {
  put(out, {{locator_signature, 4}, {0, 4}, {record.locator, 8}, {record.disks, 4}});
}

}  // namespace assay::archive
