// AVI and WAV: RIFF chunks, each with a type and a length, at even places.
#include <algorithm>
#include <vector>

#include "media/bytes.hpp"
#include "media/recording.hpp"

namespace assay::media {
namespace {

class Chunks : public Reader {
 public:
  Chunks(std::uint64_t size, Facts& out) : size_(size), out_(out) {}

  [[nodiscard]] Wish wish() const override {
    if (done_) return {};
    return leaf_.empty() ? Wish{at_, 12} : Wish{at_, leaf_bytes_};
  }

  void take(std::string_view bytes) override {
    if (!leaf_.empty()) {
      read_leaf(Bytes(bytes, true), bytes);
      leaf_.clear();
      at_ = next_;
    } else {
      read_header(Bytes(bytes, true), bytes);
    }
  }

 private:
  void read_header(const Bytes& read, std::string_view bytes) {
    const std::string_view type = bytes.substr(0, 4), list = read.part(8, 4);
    const std::uint64_t length = read.number(4, 4);
    if (at_ == 0) {  // the whole file
      out_.container = list == "AVI " ? "avi" : list == "WAVE" ? "wav" : "";
      done_ = out_.container.empty();
      at_ = 12;
      return;
    }
    if (bytes.size() < 8) {
      done_ = true;
      return;
    }
    next_ = at_ + 8 + length + (length & 1);
    if (type == "LIST" && (list == "hdrl" || list == "strl")) {
      at_ += 12;
    } else if (type == "LIST" && list == "movi") {
      done_ = true;  // pictures and sound; everything else stands in front
    } else if (type == "avih" || type == "strh" || type == "strf" || type == "fmt ") {
      leaf_ = type;
      at_ += 8;
      leaf_bytes_ = static_cast<std::size_t>(std::clamp<std::uint64_t>(length, 1, 64));
    } else if (type == "data" && out_.container == "wav") {
      const std::uint64_t there = std::min(length, size_ > at_ + 8 ? size_ - at_ - 8 : 0);
      if (rate_ != 0) out_.milliseconds = there * 1'000 / rate_;
      done_ = true;
    } else {
      at_ = next_;
    }
  }

  void read_leaf(const Bytes& read, std::string_view bytes) {
    if (leaf_ == "avih") {
      out_.milliseconds = read.number(0, 4) * read.number(16, 4) / 1'000;
      out_.width = read.number32(32);
      out_.height = read.number32(36);
    } else if (leaf_ == "strh") {
      stream_ = bytes.substr(0, 4);
      handler_ = bytes.substr(std::min<std::size_t>(4, bytes.size()), 4);
    } else if (leaf_ == "fmt ") {
      set_track(out_.sound, mark_of('w', read.number(0, 2)));
      rate_ = read.number(8, 4);
    } else if (stream_ == "auds") {
      set_track(out_.sound, mark_of('w', read.number(0, 2)));
    } else if (stream_ == "vids") {
      const std::string_view named = read.part(16, 4);  // of the picture, more exact than the one of the stream
      set_track(out_.video, codec_of(named) ? named : handler_);
    }
  }

  std::uint64_t size_, at_ = 0, next_ = 0, rate_ = 0;
  Facts& out_;
  std::string leaf_, stream_, handler_;
  std::size_t leaf_bytes_ = 0;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> read_chunks(std::uint64_t size, Facts& out) { return std::make_unique<Chunks>(size, out); }

}  // namespace assay::media
