#include "vectors/zip_writer.hpp"

#include <algorithm>
#include <array>

#include "archive/records.hpp"

namespace assay::vectors {
namespace {

constexpr std::array header_table = {
    LieField<HeaderLies>{"signature", &HeaderLies::signature, 4, &archive::HeaderRecord::signature},
    LieField<HeaderLies>{"made_by", &HeaderLies::made_by, 2, &archive::HeaderRecord::made_by},
    LieField<HeaderLies>{"version", &HeaderLies::version, 2, &archive::HeaderRecord::version},
    LieField<HeaderLies>{"flags", &HeaderLies::flags, 2, &archive::HeaderRecord::flags},
    LieField<HeaderLies>{"method", &HeaderLies::method, 2, &archive::HeaderRecord::method},
    LieField<HeaderLies>{"time", &HeaderLies::time, 2, &archive::HeaderRecord::time},
    LieField<HeaderLies>{"date", &HeaderLies::date, 2, &archive::HeaderRecord::date},
    LieField<HeaderLies>{"crc", &HeaderLies::crc, 4, &archive::HeaderRecord::crc},
    LieField<HeaderLies>{"csize", &HeaderLies::csize, 4, &archive::HeaderRecord::csize},
    LieField<HeaderLies>{"usize", &HeaderLies::usize, 4, &archive::HeaderRecord::usize},
    LieField<HeaderLies>{"name_length", &HeaderLies::name_length, 2, &archive::HeaderRecord::name_length},
    LieField<HeaderLies>{"extra_length", &HeaderLies::extra_length, 2, &archive::HeaderRecord::extra_length},
    LieField<HeaderLies>{"comment_length", &HeaderLies::comment_length, 2, &archive::HeaderRecord::comment_length},
    LieField<HeaderLies>{"disk", &HeaderLies::disk, 2, &archive::HeaderRecord::disk},
    LieField<HeaderLies>{"internal", &HeaderLies::internal, 2, &archive::HeaderRecord::internal},
    LieField<HeaderLies>{"external", &HeaderLies::external, 4, &archive::HeaderRecord::external},
    LieField<HeaderLies>{"offset", &HeaderLies::offset, 4, &archive::HeaderRecord::offset},
};
constexpr std::array end_table = {
    LieField<EndLies>{"signature", &EndLies::signature, 4, &archive::EndRecord::signature},
    LieField<EndLies>{"disk", &EndLies::disk, 2, &archive::EndRecord::disk},
    LieField<EndLies>{"directory_disk", &EndLies::directory_disk, 2, &archive::EndRecord::directory_disk},
    LieField<EndLies>{"entries_here", &EndLies::entries_here, 2, &archive::EndRecord::entries_here},
    LieField<EndLies>{"entries", &EndLies::entries, 2, &archive::EndRecord::entries},
    LieField<EndLies>{"size", &EndLies::size, 4, &archive::EndRecord::size},
    LieField<EndLies>{"offset", &EndLies::offset, 4, &archive::EndRecord::offset},
    LieField<EndLies>{"comment_length", &EndLies::comment_length, 2, &archive::EndRecord::comment_length},
};

constexpr std::array wide_end_table = {
    LieField<WideEndLies>{"version", &WideEndLies::version, 2, &archive::WideEndRecord::version},
    LieField<WideEndLies>{"disk", &WideEndLies::disk, 4, &archive::WideEndRecord::disk},
    LieField<WideEndLies>{"entries", &WideEndLies::entries, 8, &archive::WideEndRecord::entries},
    LieField<WideEndLies>{"size", &WideEndLies::size, 8, &archive::WideEndRecord::size},
    LieField<WideEndLies>{"offset", &WideEndLies::offset, 8, &archive::WideEndRecord::offset},
    LieField<WideEndLies>{"locator", &WideEndLies::locator, 8, &archive::WideEndRecord::locator},
    LieField<WideEndLies>{"disks", &WideEndLies::disks, 4, &archive::WideEndRecord::disks},
};
constexpr std::array descriptor_table = {
    LieField<Descriptor>{"crc", &Descriptor::crc, 4, &Descriptor::Record::crc},
    LieField<Descriptor>{"csize", &Descriptor::csize, 8, &Descriptor::Record::csize},
    LieField<Descriptor>{"usize", &Descriptor::usize, 8, &Descriptor::Record::usize},
};
// What the record says instead of the truth.
template <class Lies, std::size_t size>
void tell(const Lies& lies, const std::array<LieField<Lies>, size>& table, typename Lies::Record& record) {
  for (const LieField<Lies>& field : table)
    if (const Lie& lie = lies.*field.field) record.*field.told = *lie;
}

void tell(const HeaderLies& lies, archive::HeaderRecord& record) {
  if (lies.name) record.name = *lies.name;
  if (lies.extra) record.extra = *lies.extra;
  if (lies.comment) record.comment = *lies.comment;
  record.measure();
  tell(lies, header_table, record);
}

std::string local_header(const ZipEntry& entry, const archive::EntryTruth& truth) {
  archive::HeaderRecord record = archive::local_record(truth);
  tell(entry.local, record);
  std::string out;
  archive::put_local(out, record);
  return out;
}

std::string central_header(const ZipEntry& entry, const archive::EntryTruth& truth) {
  archive::HeaderRecord record = archive::central_record(truth);
  tell(entry.central, record);
  std::string out;
  archive::put_central(out, record);
  return out;
}

std::string descriptor_of(const Descriptor& lie, const archive::EntryTruth& truth) {
  Descriptor::Record record{truth.crc, truth.csize, truth.usize};
  tell(lie, descriptor_table, record);
  std::string out;
  if (lie.signature) archive::put_number(out, archive::descriptor_signature, 4);
  archive::put_number(out, record.crc, 4);
  archive::put_number(out, record.csize, lie.wide ? 8 : 4);
  archive::put_number(out, record.usize, lie.wide ? 8 : 4);
  return out;
}

// The 64-bit end record and its locator, when the plain one is too small for the truth or a vector asks for them.
std::string end_records(const archive::TableTruth& truth, const ZipLies& lies) {
  std::string out;
  if (lies.wide_end.asked || truth.zip64()) {
    archive::WideEndRecord wide = archive::wide_end_record(truth);
    tell(lies.wide_end, wide_end_table, wide);
    if (!lies.wide_end.omit) archive::put_wide_end(out, wide);
    archive::put_locator(out, wide);
  }
  archive::EndRecord record = archive::end_record(truth);
  record.comment = lies.comment;
  record.comment_length = lies.comment.size();
  if (lies.end.entries) record.entries_here = *lies.end.entries;
  tell(lies.end, end_table, record);
  archive::put_end(out, record);
  return out;
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
    const archive::EntryTruth truth{
        .name = entry.name,
        .flags = archive::name_flags(entry.name) | (entry.descriptor ? archive::flag_descriptor : 0u),
        .method = entry.deflate ? 8u : 0u,
        .crc = entry.content.crc(),
        .csize = packed.size(),
        .usize = entry.content.size(),
        .offset = out.size() - base,
        .asked64 = entry.zip64,
        .later = entry.descriptor.has_value()};
    out.append(local_header(entry, truth));
    out.append(packed);
    if (entry.descriptor) out.append(descriptor_of(*entry.descriptor, truth));
    directory += central_header(entry, truth);
  }
  const std::uint64_t offset = out.size() - base;
  out.append(directory);
  if (!lies.end.omit) out.append(end_records({entries.size(), directory.size(), offset}, lies));
  out.append(lies.append);
  const std::uint64_t size = out.size();
  for (const std::int64_t at : lies.flips) out.invert(from_end(at, size));
  if (lies.truncate) out.keep(from_end(*lies.truncate, size));
  return out;
}

}  // namespace assay::vectors
