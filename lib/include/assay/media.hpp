// Films and sounds of a package, as far as rules ask: what their own containers say. Read when the first rule asks;
// views live as long as the Package.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <assay/rule.hpp>

namespace assay {

/// Whether browsers play it, as of 2025. `twin`: hardly anywhere or not everywhere, but the same film stands beside it
/// under the same name in a form that plays everywhere.
enum class Playable : std::uint8_t { unknown, everywhere, somewhere, hardly_anywhere, twin };

struct Recording {
  std::string_view file;
  std::uint64_t bytes = 0;
  bool read = false;               // false: damaged, encrypted, or a limit was hit before it told everything
  bool film = false;               // has pictures that move
  std::string_view container;      // "mp4", "webm", …; empty: none that we know
  std::string_view video, sound;   // codecs: "h264", "aac", …; of one that we do not know what the file calls it
  std::uint64_t milliseconds = 0;  // 0: not told
  std::uint32_t width = 0, height = 0;
  enum class Index : std::uint8_t { unknown, front, behind } index{};  // of an MP4 or QuickTime film
  Playable playable{};
  std::string_view obstacle;  // what browsers do not play, in words: "H.265", "AVI"
};
/// In the order of file names.
[[nodiscard]] std::span<const Recording> recordings(const Package&);
/// Not all are read: the limit verify-bytes was hit, or one is damaged or encrypted.
[[nodiscard]] bool recordings_incomplete(const Package&);
/// One finding for each obstacle that films of this kind have: {format} {names} {count}.
void report_films(const Package&, Reporter&, Playable);

}  // namespace assay
