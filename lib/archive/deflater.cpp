#include "archive/deflater.hpp"

#include <zlib.h>

namespace assay::archive {

std::uint32_t crc_of(std::uint32_t crc, std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(crc, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

struct Deflater::Stream : z_stream {};

Deflater::Deflater() : stream_(std::make_unique<Stream>()) {
  deflateInit2(stream_.get(), 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
}
Deflater::~Deflater() { deflateEnd(stream_.get()); }

void Deflater::add(std::string_view bytes, std::string& out) { run(bytes, Z_NO_FLUSH, out); }
void Deflater::finish(std::string& out) { run({}, Z_FINISH, out); }
void Deflater::restart() { deflateReset(stream_.get()); }

void Deflater::run(std::string_view bytes, int flush, std::string& out) {
  do {
    const std::string_view part = bytes.substr(0, 1u << 20);  // zlib counts in 32 bits
    bytes.remove_prefix(part.size());
    stream_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));  // zlib changes nothing there
    stream_->avail_in = static_cast<uInt>(part.size());
    do {
      char block[65'536];
      stream_->next_out = reinterpret_cast<Bytef*>(block);
      stream_->avail_out = sizeof block;
      deflate(stream_.get(), bytes.empty() ? flush : Z_NO_FLUSH);
      out.append(block, sizeof block - stream_->avail_out);
    } while (stream_->avail_out == 0);
  } while (!bytes.empty());
}

}  // namespace assay::archive
