// What is known of codecs and containers: their names, and whether browsers play them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::media {

/// As of 2025, in the browsers of telephones and computers.
enum class Plays : std::uint8_t { everywhere, somewhere, hardly_anywhere };

struct Codec {
  std::string_view name;   // "h264"; literal
  std::string_view words;  // "H.264"
  Plays plays = Plays::somewhere;
};

/// Null when nothing is known. `mark` is what a container writes: a four-character code, a codec id of Matroska, "o:40"
/// (object type of MPEG-4), "w:55" (format tag of Windows), in hexadecimal. Letter case does not matter.
[[nodiscard]] const Codec* codec_of(std::string_view mark);
/// By the names that this directory gives containers.
[[nodiscard]] const Codec* container_of(std::string_view name);

/// Words of a codec or container of ours.
[[nodiscard]] bool is_known(std::string_view words);
/// "o:6b"
[[nodiscard]] std::string mark_of(char kind, std::uint64_t number);

}  // namespace assay::media
