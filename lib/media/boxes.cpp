// MP4, 3GP and QuickTime: boxes within boxes, each with its length and a four-character type.
#include <algorithm>
#include <vector>

#include "media/bytes.hpp"
#include "media/recording.hpp"

namespace assay::media {
namespace {

class Boxes : public Reader {
 public:
  Boxes(std::uint64_t size, Facts& out) : size_(size), out_(out) {}
  ~Boxes() override = default;

  [[nodiscard]] Wish wish() const override {
    if (done_) return {};
    return leaf_.empty() ? Wish{at_, 16} : Wish{at_, leaf_bytes_};
  }

  void take(std::string_view bytes) override {
    if (leaf_.empty()) {
      read_header(bytes);
    } else {
      read_leaf(bytes);
      leaf_.clear();
      at_ = leaf_end_;
    }
    climb();
  }

 private:
  struct Open {
    std::string type;
    std::uint64_t end;
  };
  static constexpr std::size_t most_levels = 8;
  static constexpr std::uint32_t most_behind = 16;  // boxes behind the index of a film in fragments

  [[nodiscard]] std::uint64_t limit() const { return open_.empty() ? size_ : open_.back().end; }

  void read_header(std::string_view bytes) {
    const Bytes read(bytes);
    std::uint64_t length = read.number(0, 4), header = 8;
    const std::string_view type = read.part(4, 4);
    if (bytes.size() < 8) return finish();
    if (length == 1) {
      length = read.number(8, 8);
      header = 16;
    } else if (length == 0) {
      length = limit() - at_;
    }
    if (length < header || limit() - at_ < header) return finish();
    const std::uint64_t end = at_ + std::min(length, limit() - at_);
    const auto is = [&type](std::initializer_list<std::string_view> list) {
      return std::find(list.begin(), list.end(), type) != list.end();
    };
    const bool top = open_.empty();
    if (top && index_seen_ && ++behind_ > most_behind) return finish();
    if (top && type == "mdat" && !index_seen_ && end - at_ > 16) data_seen_ = true;
    if (is(top ? std::initializer_list<std::string_view>{"moov"}
               : std::initializer_list<std::string_view>{"trak", "mdia", "minf", "stbl", "mvex"}) &&
        open_.size() < most_levels) {
      if (type == "moov") out_.index = data_seen_ ? Index::behind : Index::front;
      if (type == "trak") track_ = {};
      if (type == "mvex") fragments_ = true;
      open_.push_back({std::string(type), end});
      at_ += header;
      return;
    }
    if (is(top ? std::initializer_list<std::string_view>{"sidx"}
               : std::initializer_list<std::string_view>{"mvhd", "mehd", "mdhd", "hdlr", "stsd"}) &&
        end - at_ > header) {
      leaf_ = type;
      at_ += header;
      leaf_bytes_ = static_cast<std::size_t>(std::min<std::uint64_t>(end - at_, type == "sidx" ? most_wished : 4'096));
      leaf_end_ = end;
      return;
    }
    at_ = end;
  }

  void read_leaf(std::string_view bytes) {
    const Bytes read(bytes);
    const bool wide = read.number(0, 1) == 1;
    if (leaf_ == "mvhd" || leaf_ == "mdhd") {
      const std::uint64_t scale = read.number(wide ? 20 : 12, 4);
      if (leaf_ == "mvhd") scale_ = scale;
      tell_duration(wide ? read.number(24, 8) : read.number(16, 4), wide, scale);
    } else if (leaf_ == "mehd") {
      tell_duration(read.number(4, wide ? 8 : 4), wide, scale_);
    } else if (leaf_ == "hdlr") {
      if (open_.size() == 3) track_.handler = read.part(8, 4);
    } else if (leaf_ == "sidx") {
      read_segments(read, wide);
    } else if (leaf_ == "stsd" && read.number(4, 4) > 0) {
      track_.mark = read.part(12, 4);
      track_.width = read.number32(8 + 32, 2);
      track_.height = read.number32(8 + 34, 2);
      const std::string_view inside = bytes.substr(std::min<std::size_t>(24, bytes.size()));
      if (track_.mark == "mp4a" || track_.mark == "mp4v") read_object_type(inside);
      if (track_.mark == "avc1" || track_.mark == "avc3") read_profile(inside);
    }
  }

  // The descriptor inside: which of the codecs that share one four-character code.
  void read_object_type(std::string_view bytes) {
    const std::size_t found = bytes.find("esds");
    if (found == std::string_view::npos) return;
    const Bytes read(bytes);
    std::uint64_t at = found + 8;
    const auto descriptor = [&](std::uint64_t tag) {
      if (read.number(at, 1) != tag) return false;
      ++at;
      for (int i = 0; i < 4 && (read.number(at, 1) & 0x80) != 0; ++i) ++at;
      ++at;
      return true;
    };
    if (!descriptor(3)) return;
    const std::uint64_t flags = read.number(at + 2, 1);
    at += 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x40) != 0 ? 1 + read.number(at + 3, 1) : 0) +
          ((flags & 0x20) != 0 ? 2 : 0);
    if (!descriptor(4)) return;
    if (const std::uint64_t type = read.number(at, 1); type != 0) track_.mark = mark_of('o', type);
  }

  // Profiles of more than eight bits, or of finer colour, play on computers at best.
  void read_profile(std::string_view bytes) {
    const std::size_t found = bytes.find("avcC");
    const std::uint64_t profile = found == std::string_view::npos ? 0 : Bytes(bytes).number(found + 5, 1);
    if (profile == 110 || profile == 122 || profile == 244) track_.mark += "." + std::to_string(profile);
  }

  // A film in fragments often says nowhere else how long it is.
  void read_segments(const Bytes& read, bool wide) {
    const std::uint64_t scale = read.number(8, 4), count = read.number(wide ? 30 : 22, 2);
    std::uint64_t sum = 0;
    for (std::uint64_t i = 0; i < count; ++i) sum += read.number((wide ? 32 : 24) + i * 12 + 4, 4);
    tell_duration(sum, false, scale);
  }

  void tell_duration(std::uint64_t units, bool wide, std::uint64_t scale) {
    const std::uint64_t unknown = wide ? ~0ull : 0xFFFFFFFF;
    if (scale == 0 || units == 0 || units == unknown || units / scale > most_milliseconds / 1'000) return;
    const std::uint64_t milliseconds = units / scale * 1'000 + units % scale * 1'000 / scale;
    // What the whole says counts more than what a track says.
    const bool whole = leaf_ != "mdhd";
    if (!whole && told_by_whole_) return;
    out_.milliseconds = std::max(whole && !told_by_whole_ ? 0 : out_.milliseconds, milliseconds);
    told_by_whole_ = told_by_whole_ || whole;
  }

  void climb() {
    while (!done_ && !open_.empty() && at_ >= open_.back().end) {
      const std::string type = open_.back().type;
      at_ = open_.back().end;
      open_.pop_back();
      if (type == "trak") keep_track();
      if (type == "moov") {
        index_seen_ = true;
        if (!fragments_ || out_.milliseconds != 0) finish();
      }
    }
  }

  void keep_track() {
    if (track_.handler == "vide" && out_.video.mark.empty()) {
      out_.width = track_.width;
      out_.height = track_.height;
    }
    if (track_.handler == "vide") set_track(out_.video, track_.mark);
    if (track_.handler == "soun") set_track(out_.sound, track_.mark);
  }

  void finish() {
    done_ = true;
    for (const Open& each : open_)
      if (each.type == "trak") keep_track();
  }

  std::uint64_t size_, at_ = 0, scale_ = 0, leaf_end_ = 0;
  Facts& out_;
  std::vector<Open> open_;
  std::string leaf_;  // type of the box whose content is wanted
  std::size_t leaf_bytes_ = 0;
  struct {
    std::string handler, mark;
    std::uint32_t width = 0, height = 0;
  } track_;
  std::uint32_t behind_ = 0;
  bool done_ = false, data_seen_ = false, index_seen_ = false, fragments_ = false, told_by_whole_ = false;
};

}  // namespace

std::unique_ptr<Reader> read_boxes(std::uint64_t size, Facts& out) { return std::make_unique<Boxes>(size, out); }

}  // namespace assay::media
