// Ogg, whose last page says how long it is; MP3, whose first frame does; and what the first bytes alone tell.
#include <algorithm>
#include <array>
#include <bit>

#include "media/bytes.hpp"
#include "media/recording.hpp"

namespace assay::media {
namespace {

using namespace std::string_view_literals;

class Pages : public Reader {
 public:
  Pages(std::uint64_t size, Facts& out) : size_(size), out_(out) { out.container = "ogg"; }

  [[nodiscard]] Wish wish() const override {
    if (step_ == 0) return {0, 4'096};
    return step_ == 1 && rate_ != 0 ? Wish{size_ - std::min<std::uint64_t>(size_, most_wished), most_wished} : Wish{};
  }

  void take(std::string_view bytes) override {
    if (step_++ == 0)
      read_streams(bytes);
    else
      read_end(bytes);
  }

 private:
  // The first page of each stream.
  void read_streams(std::string_view bytes) {
    const Bytes read(bytes, true), big(bytes);
    for (std::size_t at = 0; bytes.substr(at, 4) == "OggS" && (read.number(at + 5, 1) & 2) != 0;) {
      const std::uint64_t segments = read.number(at + 26, 1);
      const std::uint64_t start = at + 27 + segments;
      std::uint64_t length = 0;
      for (std::uint64_t i = 0; i < segments; ++i) length += read.number(at + 27 + i, 1);
      read_stream(read, big, start, read.number(at + 14, 4));
      at = static_cast<std::size_t>(start + length);
      if (at >= bytes.size()) return;
    }
  }

  void read_stream(const Bytes& read, const Bytes& big, std::uint64_t at, std::uint64_t serial) {
    const auto sound = [&](std::string_view mark, std::uint64_t rate) {
      if (out_.sound.mark.empty()) {
        rate_ = rate;
        serial_ = serial;
      }
      set_track(out_.sound, mark);
    };
    if (read.part(at, 7) == "\x01vorbis") {
      sound("A_VORBIS", read.number(at + 12, 4));
    } else if (read.part(at, 8) == "OpusHead") {
      skip_ = read.number(at + 10, 2);
      sound("Opus", 48'000);
    } else if (read.part(at, 5) ==
               "\x7F"
               "FLAC") {
      sound("fLaC", big.number(at + 27, 3) >> 4);
    } else if (read.part(at, 8) == "Speex   ") {
      sound("spex", read.number(at + 36, 4));
    } else if (read.part(at, 7) == "\x80theora") {
      out_.width = big.number32(at + 14, 3);
      out_.height = big.number32(at + 17, 3);
      set_track(out_.video, "theo");
    }
  }

  void read_end(std::string_view bytes) {
    const Bytes read(bytes, true);
    for (std::size_t at = bytes.find("OggS"); at != std::string_view::npos; at = bytes.find("OggS", at + 4)) {
      const std::uint64_t samples = read.number(at + 6, 8);
      if (read.number(at + 14, 4) == serial_ && samples > skip_ && samples < 1ull << 48)
        out_.milliseconds = (samples - skip_) * 1'000 / rate_;
    }
  }

  std::uint64_t size_, rate_ = 0, serial_ = 0, skip_ = 0;
  Facts& out_;
  int step_ = 0;
};

// Bit rates in kbit/s and sample rates of layer III.
constexpr std::array<std::uint32_t, 15> rates_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
constexpr std::array<std::uint32_t, 15> rates_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
constexpr std::array<std::uint32_t, 3> samples_1 = {44'100, 48'000, 32'000};

class Frames : public Reader {
 public:
  Frames(std::uint64_t size, Facts& out) : size_(size), out_(out) {}

  [[nodiscard]] Wish wish() const override { return done_ ? Wish{} : Wish{at_, 8'192}; }

  void take(std::string_view bytes) override {
    const Bytes read(bytes);
    if (bytes.starts_with("ID3") && tags_++ < 3) {  // seven bits in each byte of its length
      std::uint64_t length = 0;
      for (std::uint64_t i = 6; i < 10; ++i) length = length << 7 | (read.number(i, 1) & 0x7F);
      at_ += 10 + length + ((read.number(5, 1) & 0x10) != 0 ? 10 : 0);
      return;
    }
    done_ = true;
    if (tags_ > 0) read_head(bytes, out_);  // FLAC and AAC behind such a tag
    if (!out_.container.empty()) return;
    for (std::size_t i = 0; i + 4 <= bytes.size(); ++i) {
      const Frame frame = frame_at(read, i);
      const std::uint64_t next = i + frame.bytes;
      if (frame.bytes == 0 || (next + 4 <= bytes.size() && frame_at(read, next).bytes == 0)) continue;
      return tell(frame, read, i);
    }
  }

 private:
  struct Frame {
    std::uint64_t bytes = 0, samples = 0, rate = 0, bits = 0;  // bits: of a second
    bool first_version = false, mono = false;
  };

  static Frame frame_at(const Bytes& read, std::uint64_t at) {
    const std::uint32_t head = read.number32(at);
    const std::uint32_t version = head >> 19 & 3, layer = head >> 17 & 3, rate = head >> 12 & 15,
                        sample = head >> 10 & 3;
    if (head >> 21 != 0x7FF || version == 1 || layer != 1 || rate == 0 || rate == 15 || sample == 3) return {};
    Frame frame;
    frame.first_version = version == 3;
    frame.mono = (head >> 6 & 3) == 3;
    frame.rate = samples_1[sample] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    frame.bits = (frame.first_version ? rates_1 : rates_2)[rate] * 1'000ull;
    frame.samples = frame.first_version ? 1'152 : 576;
    frame.bytes = frame.samples / 8 * frame.bits / frame.rate + (head >> 9 & 1);
    return frame;
  }

  // The number of frames, where the encoder wrote it; else as if all were like the first ones.
  void tell(const Frame& frame, const Bytes& read, std::uint64_t at) {
    out_.container = "mp3";
    set_track(out_.sound, ".mp3");
    const std::uint64_t side = at + (frame.first_version ? (frame.mono ? 21 : 36) : (frame.mono ? 13 : 21));
    const std::string_view mark = read.part(side, 4);
    std::uint64_t frames = 0;
    if ((mark == "Xing" || mark == "Info") && (read.number(side + 4, 4) & 1) != 0) frames = read.number(side + 8, 4);
    if (read.part(at + 36, 4) == "VBRI") frames = read.number(at + 36 + 14, 4);
    const std::uint64_t left = size_ > at_ + at ? size_ - at_ - at : 0;
    std::uint64_t bytes = 0, samples = 0;
    for (Frame each = frame; each.bytes != 0; each = frame_at(read, at + bytes)) {
      bytes += each.bytes;
      samples += each.samples;
    }
    out_.milliseconds =
        (frames != 0 ? frames * frame.samples : std::min<std::uint64_t>(left, 1ull << 40) * samples / bytes) * 1'000 /
        frame.rate;
  }

  std::uint64_t size_, at_ = 0;
  Facts& out_;
  int tags_ = 0;
  bool done_ = false;
};

void read_flac(const Bytes& read, Facts& out) {
  out.container = "flac";
  set_track(out.sound, "fLaC");
  const std::uint64_t packed = read.number(18, 8), rate = packed >> 44, samples = packed & 0xFFFFFFFFF;
  if (rate != 0) out.milliseconds = samples * 1'000 / rate;
}

// A number of the script that stands in front of most films; behind its name a type byte 0 and a double.
double flash_number(std::string_view head, std::string_view name) {
  const std::size_t found = head.find(name);
  if (found == std::string_view::npos) return 0;
  const Bytes read(head);
  const std::uint64_t at = found + name.size();
  const double value = read.number(at, 1) == 0 ? std::bit_cast<double>(read.number(at + 1, 8)) : 0;
  return value > 0 && value < 1e9 ? value : 0;
}

void read_flash(std::string_view head, Facts& out) {
  out.container = "flv";
  const Bytes read(head);
  const auto picture = static_cast<int>(flash_number(head, "videocodecid")),
             sound = static_cast<int>(flash_number(head, "audiocodecid"));
  if ((read.number(4, 1) & 1) != 0 || picture != 0)
    set_track(out.video, picture == 2   ? "flv1"
                         : picture == 4 ? "vp6f"
                         : picture == 5 ? "vp6a"
                         : picture == 7 ? "avc1"
                                        : "flv");
  if (sound != 0) set_track(out.sound, sound == 2 ? ".mp3" : sound == 10 ? "mp4a" : sound == 11 ? "spex" : "flv");
  out.milliseconds = static_cast<std::uint64_t>(flash_number(head, "duration") * 1'000);
  out.width = static_cast<std::uint32_t>(flash_number(head, "width"));
  out.height = static_cast<std::uint32_t>(flash_number(head, "height"));
}

}  // namespace

std::unique_ptr<Reader> read_pages(std::uint64_t size, Facts& out) { return std::make_unique<Pages>(size, out); }
std::unique_ptr<Reader> read_frames(std::uint64_t size, Facts& out) { return std::make_unique<Frames>(size, out); }

void read_head(std::string_view head, Facts& out) {
  const Bytes read(head);
  if (head.starts_with("fLaC")) return read_flac(read, out);
  if (head.starts_with("FLV\1")) return read_flash(head, out);
  if (head.starts_with("\x30\x26\xB2\x75\x8E\x66\xCF\x11")) {
    out.container = "asf";
  } else if (head.starts_with(".RMF")) {
    out.container = "real";
  } else if (head.starts_with("\0\0\1\xBA"sv) || head.starts_with("\0\0\1\xB3"sv)) {
    out.container = "mpeg";
  } else if (read.part(0, 1) == "G" ? read.part(188, 1) == "G" && read.part(376, 1) == "G"
                                    : read.part(4, 1) == "G" && read.part(196, 1) == "G" && read.part(388, 1) == "G") {
    out.container = "mpeg-ts";
  } else if (head.starts_with("#!AMR")) {
    out.container = "amr";
    set_track(out.sound, "samr");
  } else if (head.starts_with("ADIF") || (head.size() > 1 && head[0] == '\xFF' && (head[1] & 0xF6) == 0xF0)) {
    out.container = "aac";
    set_track(out.sound, "mp4a");
  }
}

}  // namespace assay::media
