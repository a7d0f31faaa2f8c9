// WebM and Matroska: EBML elements, each with an id, a length, and content.
#include <algorithm>
#include <bit>
#include <vector>

#include "media/bytes.hpp"
#include "media/recording.hpp"

namespace assay::media {
namespace {

enum Id : std::uint64_t {
  header = 0x1A45DFA3,
  document_type = 0x4282,
  segment = 0x18538067,
  info = 0x1549A966,
  time_scale = 0x2AD7B1,
  duration = 0x4489,
  tracks = 0x1654AE6B,
  track_entry = 0xAE,
  track_type = 0x83,
  codec_id = 0x86,
  video = 0xE0,
  pixel_width = 0xB0,
  pixel_height = 0xBA,
};

class Elements : public Reader {
 public:
  Elements(std::uint64_t size, Facts& out) : size_(size), out_(out) {}

  [[nodiscard]] Wish wish() const override {
    if (done_) return {};
    return leaf_ == 0 ? Wish{at_, 12} : Wish{at_, leaf_bytes_};
  }

  void take(std::string_view bytes) override {
    if (leaf_ == 0) {
      read_header(bytes);
    } else {
      read_leaf(bytes);
      at_ += leaf_bytes_;
      leaf_ = 0;
    }
    while (!open_.empty() && at_ >= open_.back().end) {
      at_ = open_.back().end;
      if (open_.back().id == track_entry) keep_track();
      if (open_.back().id == info) info_seen_ = true;
      if (open_.back().id == tracks) tracks_seen_ = true;
      open_.pop_back();
    }
    done_ = done_ || (info_seen_ && tracks_seen_);
  }

 private:
  struct Open {
    std::uint64_t id, end;
  };
  static constexpr std::size_t most_levels = 8;
  static constexpr std::uint64_t most_leaf = 64;

  void read_header(std::string_view bytes) {
    const Bytes read(bytes);
    const auto first = static_cast<std::uint8_t>(read.number(0, 1));
    const auto id_bytes = static_cast<unsigned>(std::countl_zero(first)) + 1;
    const auto second = static_cast<std::uint8_t>(read.number(id_bytes, 1));
    const auto size_bytes = static_cast<unsigned>(std::countl_zero(second)) + 1;
    if (id_bytes > 4 || size_bytes > 8 || bytes.size() < id_bytes + size_bytes) {
      done_ = true;
      return;
    }
    const std::uint64_t id = read.number(0, id_bytes), limit = open_.empty() ? size_ : open_.back().end;
    const std::uint64_t mask = (1ull << (7 * size_bytes)) - 1, length = read.number(id_bytes, size_bytes) & mask;
    const bool endless = length == mask;  // until something else begins
    at_ += id_bytes + size_bytes;
    const std::uint64_t left = limit > at_ ? limit - at_ : 0, end = at_ + (endless ? left : std::min(length, left));
    if (id == header || id == segment || id == info || id == tracks || id == track_entry || id == video) {
      if (open_.size() >= most_levels || (endless && id != segment)) {
        done_ = true;
        return;
      }
      if (id == track_entry) track_ = {};
      open_.push_back({id, end});
    } else if (id == document_type || id == time_scale || id == duration || id == track_type || id == codec_id ||
               id == pixel_width || id == pixel_height) {
      leaf_bytes_ = static_cast<std::size_t>(end - at_);
      if (leaf_bytes_ > 0 && leaf_bytes_ <= most_leaf)
        leaf_ = id;
      else
        at_ = end;
    } else {
      if (endless) done_ = true;  // a cluster of a film that was not finished
      at_ = end;
    }
  }

  void read_leaf(std::string_view bytes) {
    const Bytes read(bytes);
    const auto size = static_cast<unsigned>(bytes.size());
    const std::uint64_t number = size <= 8 ? read.number(0, size) : 0;
    const std::string_view text = bytes.substr(0, bytes.find('\0'));
    switch (leaf_) {
      case document_type: out_.container = text == "webm" ? "webm" : text == "matroska" ? "mkv" : ""; break;
      case time_scale: scale_ = number; break;
      case duration:
        units_ = size == 4   ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(number)))
                 : size == 8 ? std::bit_cast<double>(number)
                             : 0;
        break;
      case track_type: track_.type = number; break;
      case codec_id: track_.mark = text; break;
      case pixel_width: track_.width = static_cast<std::uint32_t>(number); break;
      case pixel_height: track_.height = static_cast<std::uint32_t>(number); break;
      default: break;
    }
    const double milliseconds = units_ * static_cast<double>(scale_) / 1e6;
    if (milliseconds > 0 && milliseconds < 1e12) out_.milliseconds = static_cast<std::uint64_t>(milliseconds + 0.5);
  }

  void keep_track() {
    if (track_.type == 1 && out_.video.mark.empty()) {
      out_.width = track_.width;
      out_.height = track_.height;
    }
    if (track_.type == 1) set_track(out_.video, track_.mark);
    if (track_.type == 2) set_track(out_.sound, track_.mark);
  }

  std::uint64_t size_, at_ = 0, leaf_ = 0, scale_ = 1'000'000;
  Facts& out_;
  double units_ = 0;
  std::vector<Open> open_;
  std::size_t leaf_bytes_ = 0;
  struct {
    std::uint64_t type = 0;
    std::string mark;
    std::uint32_t width = 0, height = 0;
  } track_;
  bool done_ = false, info_seen_ = false, tracks_seen_ = false;
};

}  // namespace

std::unique_ptr<Reader> read_elements(std::uint64_t size, Facts& out) { return std::make_unique<Elements>(size, out); }

}  // namespace assay::media
