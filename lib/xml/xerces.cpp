#include "xml/xerces.hpp"

#include <mutex>

#include "text/unicode.hpp"

namespace assay::xml {

void initialise() {
  static std::once_flag once;
  std::call_once(once, [] { xercesc::XMLPlatformUtils::Initialize(); });
}

void append_utf8(std::string& out, const XMLCh* text, std::size_t size) {
  const std::size_t before = out.size();
  out.resize(before + 3 * size);  // no unit of UTF-16 needs more
  char* to = out.data() + before;
  const auto put = [&](std::uint32_t byte) { *to++ = static_cast<char>(byte); };
  for (std::size_t i = 0; i < size; ++i) {
    std::uint32_t c = text[i];
    if (c < 0x80) {
      put(c);
      continue;
    }
    if (c >= 0xD800 && c < 0xE000) {
      const bool pair = c < 0xDC00 && i + 1 < size && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
      c = pair ? 0x10000 + ((c - 0xD800) << 10) + (text[i + 1] - 0xDC00u) : 0xFFFD;
      if (pair) ++i;
    }
    if (c < 0x800) {
      put(0xC0 | c >> 6);
    } else {
      if (c < 0x10000) {
        put(0xE0 | c >> 12);
      } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
      }
      put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

std::string utf8(const XMLCh* text) {
  std::string out;
  if (text) append_utf8(out, text, xercesc::XMLString::stringLen(text));
  return out;
}

std::u16string utf16(std::string_view utf8) {
  std::u16string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const std::uint32_t c = text::next_code_point(utf8, i);
    if (c >= 0x10000) {
      out.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
      out.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    } else {
      out.push_back(static_cast<char16_t>(c));
    }
  }
  return out;
}

}  // namespace assay::xml
