// Films and sounds: what their containers say of themselves. Nothing is decoded; only the parts that tell something are
// read, in order, so that a film of any size needs a few kilobytes of memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "media/codecs.hpp"

namespace assay::media {

struct Track {
  std::string mark;              // as the container writes it; empty: there is no such track
  const Codec* codec = nullptr;  // null: none that we know
};

enum class Index : std::uint8_t { unknown, front, behind };  // where the index of an MP4 stands

constexpr std::uint64_t most_milliseconds = 1ull << 40;  // 35 years; a larger number is none
constexpr std::uint32_t most_pixels = 65'535;            // of a side

struct Facts {
  std::string_view container;      // "mp4", see codecs.cpp; empty: none that we know
  Track video, sound;              // the first of each
  std::uint64_t milliseconds = 0;  // 0: not told
  std::uint32_t width = 0, height = 0;
  Index index = Index::unknown;
};

/// Bytes that a reader wants next, never in front of those that it had; count 0: enough.
struct Wish {
  std::uint64_t at = 0;
  std::size_t count = 0;
};
constexpr std::size_t most_wished = 64 << 10;

/// Knows one kind of container.
class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;
  [[nodiscard]] virtual Wish wish() const = 0;
  /// What was wished for, or as much as the file has.
  virtual void take(std::string_view bytes) = 0;
};

/// Gets the pieces of a file and gives readers what they wish for.
class Recording {
 public:
  /// `size` as declared.
  explicit Recording(std::uint64_t size) : size_(size) {}
  /// A piece, and where it stands. From where the next one is wanted; ~0: enough.
  std::uint64_t see(std::uint64_t at, std::string_view piece);
  /// There are no more pieces.
  void finish();
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  [[nodiscard]] Wish wish() const;
  void serve(bool last);

  static constexpr std::size_t head_bytes = 4'096;
  static constexpr std::uint32_t most_steps = 20'000;  // a container of millions of empty parts is nobody's film
  std::uint64_t size_, start_ = 0;
  std::uint32_t steps_ = 0;
  bool done_ = false, begun_ = false;
  std::string buffer_;
  std::unique_ptr<Reader> reader_;
  Facts facts_;
};

/// A name that promises a film or a sound.
[[nodiscard]] bool is_recording(std::string_view name);
/// A name that promises a sound, whatever pictures stand in it (covers, chapters).
[[nodiscard]] bool is_sound(std::string_view name);

/// The first one stays.
void set_track(Track&, std::string_view mark);

// One reader for each family of containers.
[[nodiscard]] std::unique_ptr<Reader> read_boxes(std::uint64_t size, Facts&);     // MP4, QuickTime, 3GP
[[nodiscard]] std::unique_ptr<Reader> read_elements(std::uint64_t size, Facts&);  // WebM, Matroska
[[nodiscard]] std::unique_ptr<Reader> read_chunks(std::uint64_t size, Facts&);    // AVI, WAV
[[nodiscard]] std::unique_ptr<Reader> read_pages(std::uint64_t size, Facts&);     // Ogg
[[nodiscard]] std::unique_ptr<Reader> read_frames(std::uint64_t size, Facts&);    // MP3
/// FLAC, FLV and those that are known by their first bytes alone.
void read_head(std::string_view head, Facts&);

}  // namespace assay::media
