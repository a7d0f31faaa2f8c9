#include "xml/crowded_tag.hpp"

#include <algorithm>
#include <cstring>

namespace assay::xml {

// Values hold no "<": only a wide gap between two of them can be such a tag, and looking for one costs a few bytes in a
// thousand.
std::size_t crowded_tag(std::string_view text, std::uint64_t most) {
  const std::size_t least = static_cast<std::size_t>(std::min<std::uint64_t>(most, 1u << 30)) * 5;  // a=""
  for (std::size_t from = text.find('<'); from != std::string_view::npos;) {
    const std::size_t window = std::min(text.size() - from - 1, least);
    const void* last = ::memrchr(text.data() + from + 1, '<', window);
    if (last) {
      from = static_cast<std::size_t>(static_cast<const char*>(last) - text.data());
      continue;
    }
    if (window < least) break;
    std::size_t end = std::min(text.find('<', from + 1), text.size());
    if (text[from + 1] != '!' && text[from + 1] != '?') {
      std::uint64_t values = 0;
      for (std::size_t at = from; at < end && text[at] != '>'; ++at) {
        if (text[at] != '"' && text[at] != '\'') continue;
        if (++values > most) return from;
        at = std::min(text.find(text[at], at + 1), end);
      }
    }
    from = end < text.size() ? end : std::string_view::npos;
  }
  return std::string_view::npos;
}

}  // namespace assay::xml
