// Headers of pictures and films: what they say about size, never what they show. A viewer that believes a header of
// 65,535 × 65,535 pixels asks for 17 GB.
#include "contents/scan.hpp"
#include "media/bytes.hpp"
#include "media/picture.hpp"
#include "text/message_format.hpp"

namespace assay::contents {
namespace {

constexpr std::uint64_t most_pixels = 100'000'000;
constexpr std::uint64_t most_packed_text = 1 << 20;  // of a PNG's zTXt, iTXt or iCCP

void judge_size(std::uint64_t width, std::uint64_t height, Sink& sink) {
  if (width * height > most_pixels)
    sink.see(Sign::oversized_picture, std::to_string(width) + " × " + std::to_string(height) + " pixels");
}

void scan_png(std::string_view bytes, bool whole, Sink& sink) {
  const media::Bytes at(bytes);
  for (std::uint64_t chunk = 8; chunk + 8 <= bytes.size();) {
    const std::uint64_t size = at.number(chunk, 4);
    const std::string_view type = bytes.substr(chunk + 4, 4);
    if (size > most_packed_text && (type == "zTXt" || type == "iTXt" || type == "iCCP"))
      sink.see(Sign::oversized_picture, text::size_in_words(size) + " of packed text (" + std::string(type) + ")");
    if (whole && chunk + 12 + size > bytes.size()) {
      sink.see(Sign::overrunning_part, type);
      return;
    }
    if (type == "IEND") return;
    chunk += 12 + size;
  }
}

}  // namespace

void scan_picture(std::string_view bytes, bool whole, Sink& sink) {
  const media::Picture picture = media::read_picture(bytes);
  judge_size(picture.width, picture.height, sink);
  if (picture.format == "png") scan_png(bytes, whole, sink);
}

void scan_film(std::string_view bytes, std::uint64_t size, Sink& sink) {
  if (nature_of(bytes).name != "mp4") return;
  const media::Bytes at(bytes);
  for (std::uint64_t box = 0; box + 16 <= bytes.size();) {
    std::uint64_t length = at.number(box, 4);
    if (length == 1) length = at.number(box + 8, 8);
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
