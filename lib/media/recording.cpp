#include "media/recording.hpp"

#include <algorithm>

namespace assay::media {
namespace {

using namespace std::string_view_literals;

bool among(std::string_view list, std::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.size() - dot > 6) return false;
  std::string wanted = " ";
  for (const char c : name.substr(dot + 1)) wanted += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return list.find(wanted + " ") != std::string_view::npos;
}

std::unique_ptr<Reader> reader_for(std::string_view head, std::uint64_t size, Facts& out) {
  const std::string_view type = head.substr(std::min<std::size_t>(4, head.size()), 4);
  if (type == "ftyp") {
    out.container = head.substr(8, 4) == "qt  " ? "mov" : "mp4";
    return read_boxes(size, out);
  }
  for (const std::string_view old : {"moov", "mdat", "wide", "free", "skip", "pnot"})
    if (type == old) {  // QuickTime before it had brands
      out.container = "mov";
      return read_boxes(size, out);
    }
  if (head.starts_with("\x1A\x45\xDF\xA3")) return read_elements(size, out);
  if (head.starts_with("RIFF") && head.size() >= 12) return read_chunks(size, out);
  if (head.starts_with("OggS")) return read_pages(size, out);
  if (head.starts_with("ID3") || (head.size() > 1 && head[0] == '\xFF' && (head[1] & 0xE6) == 0xE2))
    return read_frames(size, out);
  read_head(head, out);
  return nullptr;
}

}  // namespace

bool is_sound(std::string_view name) {
  return among(" mp3 m4a m4b ogg oga opus wav aac flac wma amr ra mpa mp2 aif aiff ", name);
}

bool is_recording(std::string_view name) {
  return is_sound(name) ||
         among(" mp4 m4v mov qt webm mkv avi wmv asf flv f4v mpg mpeg mpe m2v vob mts m2ts ogv 3gp 3g2 rm rmvb divx ",
               name);
}

Wish Recording::wish() const {
  if (done_) return {};
  if (!begun_) return {0, head_bytes};
  return reader_ ? reader_->wish() : Wish{};
}

void Recording::serve(bool last) {
  while (!done_) {
    const Wish wanted = wish();
    const std::uint64_t end = start_ + buffer_.size();
    if (wanted.count == 0 || wanted.at >= size_ || wanted.at < start_ || ++steps_ > most_steps ||
        (last && wanted.at >= end)) {
      done_ = true;
      return;
    }
    if (!last && std::min<std::uint64_t>(wanted.count, size_ - wanted.at) > (end > wanted.at ? end - wanted.at : 0))
      return;  // more has to come
    const std::string_view bytes = std::string_view(buffer_).substr(wanted.at - start_, wanted.count);
    if (begun_) {
      reader_->take(bytes);
    } else {
      begun_ = true;
      reader_ = reader_for(bytes, size_, facts_);
    }
  }
}

std::uint64_t Recording::see(std::uint64_t at, std::string_view piece) {
  const std::uint64_t wanted = wish().at;
  if (at != start_ + buffer_.size() || wanted >= at) {
    buffer_.clear();
    start_ = at;
  } else if (wanted > start_) {
    buffer_.erase(0, static_cast<std::size_t>(wanted - start_));
    start_ = wanted;
  }
  buffer_.append(piece);
  serve(false);
  return done_ ? ~0ull : std::max(wish().at, start_ + buffer_.size());
}

void Recording::finish() {
  serve(true);
  if (facts_.milliseconds > most_milliseconds) facts_.milliseconds = 0;
  if (std::max(facts_.width, facts_.height) > most_pixels) facts_.width = facts_.height = 0;
}

void set_track(Track& track, std::string_view mark) {
  if (!track.mark.empty()) return;
  track.mark = mark.substr(0, 40);
  track.codec = codec_of(mark);
}

}  // namespace assay::media
