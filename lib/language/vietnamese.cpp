#include "language/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/utf8.h>

namespace assay::language {
namespace {

// TCVN3 bytes, read as Latin-1, and the letters that they stand for.
struct Pair {
  std::uint32_t legacy;
  std::string_view letter;
};
constexpr std::array tcvn3 = {
    Pair{0xB5, "à"}, Pair{0xB8, "á"}, Pair{0xB6, "ả"}, Pair{0xB7, "ã"}, Pair{0xB9, "ạ"}, Pair{0xA8, "ă"},
    Pair{0xBB, "ằ"}, Pair{0xBE, "ắ"}, Pair{0xBC, "ẳ"}, Pair{0xBD, "ẵ"}, Pair{0xC6, "ặ"}, Pair{0xA9, "â"},
    Pair{0xC7, "ầ"}, Pair{0xCA, "ấ"}, Pair{0xC8, "ẩ"}, Pair{0xC9, "ẫ"}, Pair{0xCB, "ậ"}, Pair{0xAE, "đ"},
    Pair{0xCC, "è"}, Pair{0xD0, "é"}, Pair{0xCE, "ẻ"}, Pair{0xCF, "ẽ"}, Pair{0xD1, "ẹ"}, Pair{0xAA, "ê"},
    Pair{0xD2, "ề"}, Pair{0xD5, "ế"}, Pair{0xD3, "ể"}, Pair{0xD4, "ễ"}, Pair{0xD6, "ệ"}, Pair{0xD7, "ì"},
    Pair{0xDD, "í"}, Pair{0xD8, "ỉ"}, Pair{0xDC, "ĩ"}, Pair{0xDE, "ị"}, Pair{0xDF, "ò"}, Pair{0xE3, "ó"},
    Pair{0xE1, "ỏ"}, Pair{0xE2, "õ"}, Pair{0xE4, "ọ"}, Pair{0xAB, "ô"}, Pair{0xE5, "ồ"}, Pair{0xE8, "ố"},
    Pair{0xE6, "ổ"}, Pair{0xE7, "ỗ"}, Pair{0xE9, "ộ"}, Pair{0xAC, "ơ"}, Pair{0xEA, "ờ"}, Pair{0xED, "ớ"},
    Pair{0xEB, "ở"}, Pair{0xEC, "ỡ"}, Pair{0xEE, "ợ"}, Pair{0xEF, "ù"}, Pair{0xF3, "ú"}, Pair{0xF1, "ủ"},
    Pair{0xF2, "ũ"}, Pair{0xF4, "ụ"}, Pair{0xAD, "ư"}, Pair{0xF5, "ừ"}, Pair{0xF8, "ứ"}, Pair{0xF6, "ử"},
    Pair{0xF7, "ữ"}, Pair{0xF9, "ự"}, Pair{0xFA, "ỳ"}, Pair{0xFD, "ý"}, Pair{0xFB, "ỷ"}, Pair{0xFC, "ỹ"},
    Pair{0xFE, "ỵ"}};

// Signs that no language puts between the letters of a word; some of them do the whole work in TCVN3.
bool symbol(std::uint32_t c) {
  constexpr std::array<std::uint32_t, 15> list = {0xA8, 0xA9, 0xAC, 0xAD, 0xAE, 0xB5, 0xB6, 0xB7,
                                                  0xB8, 0xB9, 0xBB, 0xBC, 0xBD, 0xBE, 0xD7};
  return std::find(list.begin(), list.end(), c) != list.end();
}
bool ascii_letter(std::uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string converted(std::string_view text) {
  std::string out;
  for (std::int64_t i = 0; i < static_cast<std::int64_t>(text.size());) {
    const auto from = static_cast<std::size_t>(i);
    UChar32 c = 0;
    U8_NEXT(text.data(), i, static_cast<std::int64_t>(text.size()), c);
    const auto pair = std::find_if(tcvn3.begin(), tcvn3.end(),
                                   [c](const Pair& p) { return p.legacy == static_cast<std::uint32_t>(c); });
    out.append(pair != tcvn3.end() ? pair->letter : text.substr(from, static_cast<std::size_t>(i) - from));
  }
  return out;
}

}  // namespace

std::optional<Defect> examine_vietnamese(std::string_view text, std::string_view primary) {
  const bool tagged = primary == "vi";
  if (!tagged && !primary.empty() && primary != "en") return std::nullopt;
  std::uint32_t inside = 0, letters = 0, legacy = 0, real = 0, before = 0;
  std::size_t first = 0;
  std::int64_t size = static_cast<std::int64_t>(std::min<std::size_t>(text.size(), 20'000));
  for (std::int64_t i = 0; i < size;) {
    const auto at = static_cast<std::size_t>(i);
    UChar32 next = 0;
    U8_NEXT(text.data(), i, size, next);
    const auto c = static_cast<std::uint32_t>(next);
    if (ascii_letter(c) || (c >= 0xC0 && c <= 0x1EF9)) ++letters;
    if ((c >= 0x1EA0 && c <= 0x1EF9) || c == 0x1A1 || c == 0x1B0 || c == 0x111 || c == 0x103) ++real;
    if (c >= 0xA8 && c <= 0xFE) ++legacy;
    // A sign with a letter right before it, as in "Céng hßa x· héi" or "®µo t¹o".
    if (symbol(c) && (ascii_letter(before) || (before >= 0xA8 && before <= 0xFE))) {
      if (inside++ == 0) first = at;
    }
    before = c;
  }
  const std::uint32_t wanted = tagged ? 2 : 4;
  if (inside < wanted || real > 0 || legacy * 12 < letters) return std::nullopt;
  std::size_t from = first > 12 ? first - 12 : 0;
  while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) --from;
  std::size_t to = std::min(first + 24, text.size());
  while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) ++to;
  Defect found;
  found.defect = TextDefect::legacy_vietnamese;
  found.count = inside;
  found.confidence = tagged ? 0.97 : 0.9;
  found.sample = text.substr(from, to - from);
  found.points = code_points(text.substr(first, to - first), 4);
  found.suggestion = converted(found.sample);
  return found;
}

}  // namespace assay::language
