#include "xml/doctype.hpp"

namespace assay::xml {

bool blank_doctype(std::string& text, std::uint32_t& offset) {
  std::size_t at = 0;
  for (;;) {  // prolog: white space, comments, processing instructions
    at = text.find('<', at);
    if (at == std::string::npos) return false;
    if (text.compare(at, 4, "<!--") == 0) {
      at = text.find("-->", at + 4);
    } else if (text.compare(at, 2, "<?") == 0) {
      at = text.find("?>", at + 2);
    } else {
      break;
    }
    if (at == std::string::npos) return false;
  }
  if (text.compare(at, 9, "<!DOCTYPE") != 0) return false;
  std::size_t end = at + 9;
  int subset = 0;
  for (char quote = 0; end < text.size(); ++end) {
    const char c = text[end];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (subset && text.compare(end, 4, "<!--") == 0) {
      const std::size_t close = text.find("-->", end + 4);
      if (close == std::string::npos) return false;
      end = close + 2;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[') {
      ++subset;
    } else if (c == ']') {
      --subset;
    } else if (c == '>' && subset <= 0) {
      break;
    }
  }
  if (end >= text.size()) return false;
  offset = static_cast<std::uint32_t>(at);
  for (std::size_t i = at; i <= end; ++i)
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
  return true;
}

}  // namespace assay::xml
