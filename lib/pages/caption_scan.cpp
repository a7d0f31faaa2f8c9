// Captions (WebVTT, SubRip): times that start before the one in front of them.
#include <algorithm>

#include "pages/contents.hpp"

namespace assay::pages_detail {
namespace {

// "01:02:03.450", "02:03,450": milliseconds; -1 when it is no time.
long long milliseconds(std::string_view text) {
  long long parts[4] = {0, 0, 0, 0}, value = 0;
  int count = 0;
  bool any = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      value = value * 10 + (c - '0');
      any = true;
      if (value > 1'000'000) return -1;
    } else if ((c == ':' || c == '.' || c == ',') && count < 3) {
      parts[count++] = value;
      value = 0;
    } else {
      return -1;
    }
  }
  if (!any || count < 2) return -1;
  parts[count] = value;
  return count == 3 ? ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1'000 + parts[3]
                    : (parts[0] * 60 + parts[1]) * 1'000 + parts[2];
}

}  // namespace

void scan_captions(std::string_view text, Sink& sink) {
  Page& page = sink.page();
  if (!page.file.ends_with(".vtt") && !page.file.ends_with(".srt")) return;
  long long before = -1;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    at = end + 1;
    ++number;
    const std::size_t arrow = line.find("-->");
    if (arrow == std::string_view::npos) continue;
    const long long start = milliseconds(trimmed(line.substr(0, arrow)));
    if (start >= 0 && start < before && page.backward_line == 0) page.backward_line = number;
    before = std::max(before, start);
  }
}

}  // namespace assay::pages_detail
