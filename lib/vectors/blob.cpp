#include "vectors/blob.hpp"

#include <algorithm>
#include <cerrno>

#include <unistd.h>
#include <zlib.h>

#include "archive/deflater.hpp"

namespace assay::vectors {
namespace {

const Bytef* raw(const char* bytes) { return reinterpret_cast<const Bytef*>(bytes); }

// CRC of what came before, then `count` zeros, by doubling: 10 GB take no time.
std::uint32_t crc_of_zeros(std::uint32_t crc, std::uint64_t count) {
  auto block = static_cast<std::uint32_t>(crc32(0, raw("\0"), 1));
  for (std::uint64_t length = 1; count != 0; length *= 2, count /= 2) {
    if (count % 2 != 0) crc = static_cast<std::uint32_t>(crc32_combine(crc, block, static_cast<z_off_t>(length)));
    block = static_cast<std::uint32_t>(crc32_combine(block, block, static_cast<z_off_t>(length)));
  }
  return crc;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(descriptor, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

}  // namespace

Blob::Blob(std::string bytes) { pieces_.push_back({std::move(bytes), 0}); }

void Blob::append(std::string_view bytes) {
  if (pieces_.empty() || pieces_.back().zeros != 0) pieces_.emplace_back();
  pieces_.back().bytes += bytes;
}

void Blob::append(const Blob& other) {
  for (const Piece& piece : other.pieces_) {
    append(piece.bytes);
    append_zeros(piece.zeros);
  }
}

void Blob::append_zeros(std::uint64_t count) {
  if (count == 0) return;
  const bool behind_hole = !pieces_.empty() && pieces_.back().zeros != 0;
  if (!behind_hole && count <= hole_from) return append(std::string(count, '\0'));
  if (pieces_.empty()) pieces_.emplace_back();
  pieces_.back().zeros += count;
}

std::uint64_t Blob::size() const {
  std::uint64_t total = 0;
  for (const Piece& piece : pieces_) total += piece.bytes.size() + piece.zeros;
  return total;
}

const std::string* Blob::flat() const {
  static const std::string nothing;
  if (pieces_.empty()) return &nothing;
  return pieces_.size() == 1 && pieces_[0].zeros == 0 ? &pieces_[0].bytes : nullptr;
}

std::uint32_t Blob::crc() const {
  std::uint32_t crc = 0;
  for (const Piece& piece : pieces_) crc = crc_of_zeros(archive::crc_of(crc, piece.bytes), piece.zeros);
  return crc;
}

std::string Blob::deflated() const {
  const std::string block(1u << 20, '\0');
  archive::Deflater deflater;
  std::string out;
  for (const Piece& piece : pieces_) {
    deflater.add(piece.bytes, out);
    for (std::uint64_t left = piece.zeros; left != 0;) {
      const std::uint64_t part = std::min<std::uint64_t>(left, block.size());
      deflater.add(std::string_view(block).substr(0, part), out);
      left -= part;
    }
  }
  deflater.finish(out);
  return out;
}

void Blob::keep(std::uint64_t size) {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    Piece& piece = pieces_[i];
    if (size >= piece.bytes.size() + piece.zeros) {
      size -= piece.bytes.size() + piece.zeros;
      continue;
    }
    piece.zeros = size > piece.bytes.size() ? size - piece.bytes.size() : 0;
    piece.bytes.resize(std::min<std::uint64_t>(size, piece.bytes.size()));
    pieces_.resize(i + 1);
    return;
  }
}

void Blob::invert(std::uint64_t offset) {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    Piece& piece = pieces_[i];
    if (offset < piece.bytes.size()) {
      piece.bytes[offset] = static_cast<char>(~piece.bytes[offset]);
      return;
    }
    offset -= piece.bytes.size();
    if (offset < piece.zeros) {
      Piece rest{"\xFF", piece.zeros - offset - 1};
      piece.zeros = offset;
      pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
      return;
    }
    offset -= piece.zeros;
  }
}

bool Blob::write_to(int descriptor) const {
  for (const Piece& piece : pieces_) {
    if (!write_all(descriptor, piece.bytes)) return false;
    if (piece.zeros != 0 && ::lseek(descriptor, static_cast<off_t>(piece.zeros), SEEK_CUR) < 0) return false;
  }
  return ::ftruncate(descriptor, static_cast<off_t>(size())) == 0;  // a hole at the end
}

}  // namespace assay::vectors
