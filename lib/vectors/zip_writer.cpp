#include "vectors/zip_writer.hpp"

#include <zlib.h>

namespace assay::vectors {
namespace {

void put(std::string& out, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

std::string deflated(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 16, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

bool ascii(const std::string& text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

constexpr std::uint16_t dos_date = 0x0021;  // 1980-01-01

}  // namespace

std::string write_zip(const std::vector<ZipEntry>& entries, const ZipLies& lies) {
  std::string out = lies.prepend, directory;
  for (const ZipEntry& entry : entries) {
    const std::string data = entry.deflate ? deflated(entry.bytes) : entry.bytes;
    const auto crc = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(entry.bytes.data()), static_cast<uInt>(entry.bytes.size())));
    const std::uint16_t flags = ascii(entry.name) ? 0 : 0x0800;
    const std::uint16_t method = entry.deflate ? 8 : 0;
    const auto offset = static_cast<std::uint32_t>(out.size());
    const auto header = [&](std::string& to, const HeaderLies& lie) {
      put(to, lie.version.value_or(20), 2);
      put(to, lie.flags.value_or(flags), 2);
      put(to, lie.method.value_or(method), 2);
      put(to, 0, 2);
      put(to, dos_date, 2);
      put(to, lie.crc.value_or(crc), 4);
      put(to, lie.compressed_size.value_or(static_cast<std::uint32_t>(data.size())), 4);
      put(to, lie.size.value_or(static_cast<std::uint32_t>(entry.bytes.size())), 4);
      put(to, lie.name.value_or(entry.name).size(), 2);
      put(to, lie.extra.value_or("").size(), 2);
    };
    put(out, 0x04034b50, 4);
    header(out, entry.local);
    out += entry.local.name.value_or(entry.name) + entry.local.extra.value_or("") + data;
    put(directory, 0x02014b50, 4);
    put(directory, 0x0314, 2);  // made on Unix
    header(directory, entry.central);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 2);
    const bool folder = !entry.name.empty() && entry.name.back() == '/';
    put(directory, entry.central.external.value_or(folder ? 0x41ED0010u : 0x81A40000u), 4);
    put(directory, entry.central.offset.value_or(offset), 4);
    directory += entry.central.name.value_or(entry.name) + entry.central.extra.value_or("");
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  out += directory;
  put(out, 0x06054b50, 4);
  put(out, 0, 4);
  put(out, lies.entries.value_or(static_cast<std::uint16_t>(entries.size())), 2);
  put(out, lies.entries.value_or(static_cast<std::uint16_t>(entries.size())), 2);
  put(out, lies.directory_size.value_or(static_cast<std::uint32_t>(directory.size())), 4);
  put(out, lies.directory_offset.value_or(start), 4);
  put(out, lies.comment.size(), 2);
  out += lies.comment + lies.append;
  if (lies.truncate && *lies.truncate < out.size()) out.resize(*lies.truncate);
  for (const std::uint64_t at : lies.flips)
    if (at < out.size()) out[at] = static_cast<char>(~out[at]);
  return out;
}

}  // namespace assay::vectors
