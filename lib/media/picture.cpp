#include "media/picture.hpp"

#include "media/bytes.hpp"

namespace assay::media {
namespace {

// A GPS directory with a latitude in it: an empty one is what cameras without a fix leave behind.
bool has_place(std::string_view tiff) {
  if (tiff.size() < 8) return false;
  const bool little = tiff.starts_with("II");
  if (!little && !tiff.starts_with("MM")) return false;
  const Bytes read(tiff, little);
  const std::uint32_t directory = read.number32(4, 4), entries = read.number32(directory, 2);
  for (std::uint32_t i = 0; i < entries && i < 200; ++i) {
    const std::uint64_t at = std::uint64_t{directory} + 2 + std::uint64_t{i} * 12;
    if (read.number32(at, 2) != 0x8825) continue;
    const std::uint32_t gps = read.number32(at + 8, 4), tags = read.number32(gps, 2);
    for (std::uint32_t t = 0; t < tags && t < 40; ++t)
      if (read.number32(std::uint64_t{gps} + 2 + std::uint64_t{t} * 12, 2) == 2) return true;
  }
  return false;
}

void read_jpeg(std::string_view bytes, Picture& out) {
  const Bytes read(bytes, false);
  for (std::uint64_t at = 2; at + 4 <= bytes.size();) {
    const std::uint32_t mark = read.number32(at, 2), length = read.number32(at + 2, 2);
    if (mark == 0xFFFF) {  // a fill byte
      ++at;
      continue;
    }
    if ((mark & 0xFF00) != 0xFF00 || mark == 0xFFDA || length < 2) return;
    const bool frame = mark >= 0xFFC0 && mark <= 0xFFCF && mark != 0xFFC4 && mark != 0xFFC8 && mark != 0xFFCC;
    if (frame) {
      out.height = read.number32(at + 5, 2);
      out.width = read.number32(at + 7, 2);
    }
    const std::string_view segment = bytes.substr(static_cast<std::size_t>(at) + 4, length - 2);
    if (mark == 0xFFE1 && segment.starts_with(std::string_view("Exif\0\0", 6)))
      out.located = has_place(segment.substr(6));
    at += 2 + std::uint64_t{length};
  }
}

void read_webp(std::string_view bytes, Picture& out) {
  const Bytes read(bytes, true);
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8X") {
    out.width = read.number32(24, 3) + 1;
    out.height = read.number32(27, 3) + 1;
  } else if (kind == "VP8 ") {
    out.width = read.number32(26, 2) & 0x3FFF;
    out.height = read.number32(28, 2) & 0x3FFF;
  } else if (kind == "VP8L") {
    const std::uint32_t packed = read.number32(21, 4);
    out.width = (packed & 0x3FFF) + 1;
    out.height = ((packed >> 14) & 0x3FFF) + 1;
  }
}

}  // namespace

Picture read_picture(std::string_view bytes) {
  Picture out;
  const Bytes big(bytes, false), little(bytes, true);
  if (bytes.starts_with("\xFF\xD8\xFF")) {
    out.format = "jpeg";
    read_jpeg(bytes, out);
  } else if (bytes.starts_with("\x89PNG\r\n\x1A\n")) {
    out.format = "png";
    out.width = big.number32(16, 4);
    out.height = big.number32(20, 4);
  } else if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) {
    out.format = "gif";
    out.width = little.number32(6, 2);
    out.height = little.number32(8, 2);
  } else if (bytes.starts_with("RIFF") && bytes.size() > 30 && bytes.substr(8, 4) == "WEBP") {
    out.format = "webp";
    read_webp(bytes, out);
  } else if (bytes.starts_with("BM") && bytes.size() > 26) {
    out.format = "bmp";
    out.width = little.number32(18, 4);
    const std::uint32_t height = little.number32(22, 4);
    out.height = height > 0x7FFFFFFF ? 0 - height : height;  // counted from the top
  } else if (bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4))) {
    out.format = "tiff";
    out.located = has_place(bytes);
  }
  return out;
}

}  // namespace assay::media
