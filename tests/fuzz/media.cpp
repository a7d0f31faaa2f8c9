// Any bytes as a film or a sound, in pieces of any size: what is told does not depend on the pieces, what is asked for
// only goes forward, and it ends.
#include <cstdlib>

#include "media/picture.hpp"
#include "media/recording.hpp"

namespace {

assay::media::Facts look(std::string_view bytes, std::size_t step) {
  assay::media::Recording recording(bytes.size());
  for (std::uint64_t at = 0; at < bytes.size();) {
    const std::string_view piece = bytes.substr(static_cast<std::size_t>(at), step);
    const std::uint64_t next = recording.see(at, piece);
    if (next == ~0ull) break;
    if (next < at + piece.size()) std::abort();
    at = next;
  }
  recording.finish();
  return recording.facts();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto at_once = look(bytes, size + 1), in_pieces = look(bytes, 100);
  if (at_once.container != in_pieces.container || at_once.video.mark != in_pieces.video.mark ||
      at_once.sound.mark != in_pieces.sound.mark || at_once.milliseconds != in_pieces.milliseconds ||
      at_once.width != in_pieces.width || at_once.index != in_pieces.index)
    std::abort();
  for (const auto* track : {&at_once.video, &at_once.sound})
    if (track->mark.size() > 40) std::abort();
  (void)assay::media::read_picture(bytes);
  return 0;
}
