// Style sheets: addresses in url(…) and @import. Linear.
#include "contents/scan.hpp"

namespace assay::contents {
namespace {

// The address behind "url(" or "@import", quoted or not.
std::string_view address_at(std::string_view text, std::size_t at) {
  while (at < text.size() && space(text[at])) ++at;
  if (at >= text.size()) return {};
  const bool quoted = text[at] == '"' || text[at] == '\'';
  const std::size_t start = at + (quoted ? 1 : 0);
  // A data: address may be megabytes; the host stands in the first few hundred characters.
  const std::string_view window = text.substr(start, 512);
  return window.substr(0, quoted ? window.find(text[at]) : window.find_first_of(") \t\r\n;"));
}

}  // namespace

void scan_style(std::string_view text, std::size_t base, Sink& sink) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '/' && text[at] != 'u' && text[at] != 'U' && text[at] != '@') {
      ++at;
      continue;
    }
    if (text[at] == '/') {
      if (at + 1 < text.size() && text[at + 1] == '*') {
        const std::size_t end = find(text, "*/", at + 2);
        at = end == npos ? text.size() : end + 2;
      } else {
        ++at;
      }
      continue;
    }
    const std::string_view rest = text.substr(at, 8);
    const bool url = starts(rest, "url("), import = starts(rest, "@import");
    if (!url && !import) {
      ++at;
      continue;
    }
    const std::size_t behind = at + (url ? 4 : 7);
    const std::string_view address = address_at(text, behind);
    if (const std::string host = host_of(address); !host.empty()) {
      sink.see(Sign::external_resource, base + at, host);
      if (insecure(address)) sink.see(Sign::mixed_content, base + at, host);
    }
    at = behind;
  }
}

}  // namespace assay::contents
