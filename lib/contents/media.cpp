// Headers of pictures and films: what they say about size, never what they show. A viewer that believes a header of
// 65,535 × 65,535 pixels asks for 17 GB.
#include "contents/scan.hpp"

namespace assay::contents {
namespace {

constexpr std::uint64_t most_pixels = 100'000'000;
constexpr std::uint64_t most_packed_text = 1 << 20;  // of a PNG's zTXt, iTXt or iCCP

class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::uint64_t big(std::size_t at, std::size_t count) const {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | byte(at + i);
    return value;
  }
  [[nodiscard]] std::uint64_t little(std::size_t at, std::size_t count) const {
    std::uint64_t value = 0;
    for (std::size_t i = count; i > 0; --i) value = value << 8 | byte(at + i - 1);
    return value;
  }
  [[nodiscard]] std::uint64_t byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0;
  }

 private:
  std::string_view bytes_;
};

void judge_size(std::uint64_t width, std::uint64_t height, Sink& sink) {
  if (width * height > most_pixels)
    sink.see(Sign::oversized_picture, std::to_string(width) + " × " + std::to_string(height) + " pixels");
}

void scan_png(std::string_view bytes, bool whole, Sink& sink) {
  const Bytes at(bytes);
  judge_size(at.big(16, 4), at.big(20, 4), sink);
  for (std::uint64_t chunk = 8; chunk + 8 <= bytes.size();) {
    const std::uint64_t size = at.big(chunk, 4);
    const std::string_view type = bytes.substr(chunk + 4, 4);
    if (size > most_packed_text && (type == "zTXt" || type == "iTXt" || type == "iCCP"))
      sink.see(Sign::oversized_picture, std::to_string(size) + " bytes of packed text (" + std::string(type) + ")");
    if (whole && chunk + 12 + size > bytes.size()) {
      sink.see(Sign::overrunning_part, type);
      return;
    }
    if (type == "IEND") return;
    chunk += 12 + size;
  }
}

void scan_jpeg(std::string_view bytes, Sink& sink) {
  const Bytes at(bytes);
  for (std::size_t marker = 2; marker + 9 < bytes.size() && at.byte(marker) == 0xFF;) {
    const std::uint64_t kind = at.byte(marker + 1);
    if (kind == 0xFF) {
      ++marker;
      continue;
    }
    if (kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC)
      return judge_size(at.big(marker + 7, 2), at.big(marker + 5, 2), sink);
    if (kind == 0xDA || kind == 0xD9) return;
    marker += 2 + static_cast<std::size_t>(at.big(marker + 2, 2));
  }
}

void scan_webp(std::string_view bytes, Sink& sink) {
  const Bytes at(bytes);
  if (bytes.substr(12, 4) == "VP8X")
    judge_size(at.little(24, 3) + 1, at.little(27, 3) + 1, sink);
  else if (bytes.substr(12, 4) == "VP8 ")
    judge_size(at.little(26, 2) & 0x3FFF, at.little(28, 2) & 0x3FFF, sink);
}

}  // namespace

void scan_picture(std::string_view bytes, bool whole, Sink& sink) {
  const std::string_view name = nature_of(bytes).name;
  const Bytes at(bytes);
  if (name == "png")
    scan_png(bytes, whole, sink);
  else if (name == "jpeg")
    scan_jpeg(bytes, sink);
  else if (name == "gif")
    judge_size(at.little(6, 2), at.little(8, 2), sink);
  else if (name == "webp" && bytes.size() > 30)
    scan_webp(bytes, sink);
  else if (bytes.starts_with("BM") && bytes.size() > 26)
    judge_size(at.little(18, 4) & 0x7FFFFFFF, at.little(22, 4) & 0x7FFFFFFF, sink);
}

void scan_film(std::string_view bytes, std::uint64_t size, Sink& sink) {
  if (nature_of(bytes).name != "mp4") return;
  const Bytes at(bytes);
  for (std::uint64_t box = 0; box + 16 <= bytes.size();) {
    std::uint64_t length = at.big(box, 4);
    if (length == 1) length = at.big(box + 8, 8);
    if (length == 0) return;  // to the end of the file
    if (length > size || box + length > size) {
      sink.see(Sign::overrunning_part, bytes.substr(box + 4, 4));
      return;
    }
    if (length < 8) return;
    box += length;
  }
}

}  // namespace assay::contents
