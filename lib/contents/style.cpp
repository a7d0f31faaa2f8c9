// Style sheets: addresses in url(…) and @import. Linear.
#include "contents/scan.hpp"

namespace assay::contents {
namespace {

// Finds the addresses behind "url(" or "@import", quoted or not. Places are asked for in order, and the end of an
// address that was looked for once is not looked for again.
class Addresses {
 public:
  explicit Addresses(std::string_view text) : text_(text) {}

  std::string_view at(std::size_t at) {
    while (at < text_.size() && space(text_[at])) ++at;
    if (at >= text_.size()) return {};
    const char first = text_[at];
    const bool quoted = first == '"' || first == '\'';
    const std::size_t start = at + (quoted ? 1 : 0);
    std::size_t& end = ends_[first == '"' ? 0 : quoted ? 1 : 2];
    if (end < start)
      end = std::min(quoted ? text_.find(first, start) : text_.find_first_of(") \t\r\n;", start), text_.size());
    // A data: address may be megabytes; the host stands in the first few hundred characters.
    return text_.substr(start, std::min<std::size_t>(end - start, 512));
  }

 private:
  std::string_view text_;
  std::size_t ends_[3] = {0, 0, 0};  // of a quote of either kind, of an address without quotes
};

}  // namespace

void scan_style(std::string_view text, std::size_t base, Sink& sink) {
  Addresses addresses(text);
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
    const std::string_view address = addresses.at(behind);
    if (const std::string host = host_of(address); !host.empty()) {
      sink.see(Sign::external_resource, base + at, host);
      if (insecure(address)) sink.see(Sign::mixed_content, base + at, host);
    }
    at = behind;
  }
}

}  // namespace assay::contents
