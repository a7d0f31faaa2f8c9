#include "archive/unpack.hpp"

#include <algorithm>
#include <vector>

#include <zlib.h>

namespace assay::archive {
namespace {

constexpr std::uint64_t block = 64 << 10;

unsigned char* bytes_of(std::string_view text) {  // zlib takes no const, and changes nothing
  return reinterpret_cast<unsigned char*>(const_cast<char*>(text.data()));
}

Unpacked verdict(const Entry& entry, const Work& work, std::uint32_t crc) {
  if (work.produced != entry.size) return Unpacked::bad_size;
  return crc == entry.crc ? Unpacked::good : Unpacked::bad_crc;
}

}  // namespace

struct Unpacker::Inflater {
  Inflater() { ready = inflateInit2(&stream, -MAX_WBITS) == Z_OK; }
  ~Inflater() {
    if (ready) inflateEnd(&stream);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  z_stream stream{};
  bool ready = false;
  std::vector<char> out = std::vector<char>(block);
};

Unpacker::Unpacker(const Bytes& bytes, const Limits& limits) : limits_(limits), window_(bytes) {}
Unpacker::~Unpacker() = default;

Work Unpacker::unpack(const Entry& entry, std::uint64_t data, std::uint64_t most, const Sink& sink) {
  return entry.method == 0 ? stored(entry, data, most, sink) : deflated(entry, data, most, sink);
}

bool Unpacker::too_much(const Work& work) const {
  return work.produced > limits_.inflate_floor &&
         work.produced / std::max<std::uint64_t>(limits_.inflate_ratio, 1) > work.consumed;
}

Work Unpacker::stored(const Entry& entry, std::uint64_t data, std::uint64_t most, const Sink& sink) {
  Work work;
  uLong crc = crc32(0, nullptr, 0);
  while (work.produced < entry.compressed) {
    if (work.produced >= most) return work.result = Unpacked::stopped, work;
    const std::string_view piece =
        window_.view(data + work.produced, std::min(block, entry.compressed - work.produced));
    if (piece.empty()) return work.result = Unpacked::no_data, work;
    crc = crc32_z(crc, bytes_of(piece), piece.size());
    work.produced = work.consumed += piece.size();
    if (!sink(piece)) return work.result = Unpacked::stopped, work;
  }
  work.result = verdict(entry, work, static_cast<std::uint32_t>(crc));
  return work;
}

Work Unpacker::deflated(const Entry& entry, std::uint64_t data, std::uint64_t most, const Sink& sink) {
  Work work;
  if (!inflater_) inflater_ = std::make_unique<Inflater>();
  z_stream& stream = inflater_->stream;
  if (!inflater_->ready || inflateReset(&stream) != Z_OK) return work.result = Unpacked::bad_stream, work;
  uLong crc = crc32(0, nullptr, 0);
  for (int state = Z_OK; state != Z_STREAM_END;) {
    if (work.consumed + work.produced >= most) return work.result = Unpacked::stopped, work;
    const std::string_view piece =
        window_.view(data + work.consumed, std::min(block, entry.compressed - work.consumed));
    if (piece.empty()) {
      const bool cut = work.consumed < entry.compressed;
      return work.result = cut ? Unpacked::no_data : Unpacked::bad_stream, work;
    }
    stream.next_in = bytes_of(piece);
    stream.avail_in = static_cast<uInt>(piece.size());
    do {  // until the piece is used up and nothing more comes out
      stream.next_out = reinterpret_cast<Bytef*>(inflater_->out.data());
      stream.avail_out = static_cast<uInt>(inflater_->out.size());
      const uInt before = stream.avail_in;
      state = inflate(&stream, Z_NO_FLUSH);
      work.consumed += before - stream.avail_in;
      const std::string_view made(inflater_->out.data(), inflater_->out.size() - stream.avail_out);
      crc = crc32_z(crc, bytes_of(made), made.size());
      work.produced += made.size();
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
        return work.result = Unpacked::bad_stream, work;
      if (too_much(work)) return work.result = Unpacked::bomb, work;
      if (work.consumed + work.produced > most || (!made.empty() && !sink(made)))
        return work.result = Unpacked::stopped, work;
    } while (state == Z_OK && stream.avail_out == 0);
  }
  work.result = verdict(entry, work, static_cast<std::uint32_t>(crc));
  if (work.result == Unpacked::good && work.consumed < entry.compressed) work.result = Unpacked::left_over;
  return work;
}

}  // namespace assay::archive
