// A style sheet: what url(…) and @import name, and font families. Linear, comments left out.
#include <algorithm>

#include "pages/contents.hpp"
#include "text/unicode.hpp"

namespace assay::pages_detail {
namespace {

bool starts(std::string_view text, std::size_t at, std::string_view lower_case) {
  if (text.size() - at < lower_case.size()) return false;
  for (std::size_t i = 0; i < lower_case.size(); ++i) {
    const char c = text[at + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower_case[i]) return false;
  }
  return true;
}

// A quoted or bare address that starts at `at`; `at` moves behind it.
std::string_view address(std::string_view style, std::size_t& at, std::string_view ends) {
  while (at < style.size() && (style[at] == ' ' || style[at] == '\t' || style[at] == '\n' || style[at] == '\r')) ++at;
  if (at >= style.size()) return {};
  const bool quoted = style[at] == '"' || style[at] == '\'';
  const std::size_t from = at + (quoted ? 1 : 0);
  const std::size_t to = std::min(quoted ? style.find(style[at], from) : style.find_first_of(ends, from), style.size());
  at = to;
  return style.substr(from, to - from);
}

}  // namespace

void scan_style(std::string_view style, const text::LineIndex& positions, std::size_t base, Sink& sink) {
  bool in_font = false;
  for (std::size_t at = 0; at < style.size(); ++at) {
    const char c = style[at];
    if (c == '/' && at + 1 < style.size() && style[at + 1] == '*') {
      at = std::min(style.find("*/", at + 2), style.size() - 1);
      if (at + 1 < style.size()) ++at;
    } else if (c == '@' && starts(style, at, "@font-face")) {
      in_font = true;
    } else if (c == '@' && starts(style, at, "@import")) {
      std::size_t behind = at + 7;
      while (behind < style.size() && (style[behind] == ' ' || style[behind] == '\t')) ++behind;
      if (starts(style, behind, "url(")) behind += 4;
      const std::string_view found = address(style, behind, ") ;\n");
      sink.reference(Use::style, "@import", found, positions.position(base + at));
      at = std::min(behind, style.size());
    } else if (c == '}') {
      in_font = false;
    } else if ((c == 'u' || c == 'U') && starts(style, at, "url(")) {
      std::size_t behind = at + 4;
      const std::string_view found = address(style, behind, ")");
      sink.reference(in_font ? Use::font : Use::image, "url()", found, positions.position(base + at));
      at = std::min(behind, style.size());
    } else if ((c == 'f' || c == 'F') && starts(style, at, "font-family")) {
      const std::string_view near = style.substr(at, 200);
      const std::size_t end = at + std::min(near.find_first_of(";}"), near.size());
      sink.legacy_font(style.substr(at + 11, end - at - 11), positions.position(base + at));
      at = end > at ? end - 1 : at;
    }
  }
}

}  // namespace assay::pages_detail
