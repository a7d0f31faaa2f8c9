#include "language/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

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

// Signs that no language puts between the letters of a word, and that do the whole work of a vowel in TCVN3. Not among
// them: what other texts put behind a word or between two letters (©, ®, », a raised dot, a cross).
bool telling(std::uint32_t c) {
  constexpr std::array<std::uint32_t, 10> list = {0xA8, 0xAC, 0xAD, 0xB5, 0xB6, 0xB8, 0xB9, 0xBC, 0xBD, 0xBE};
  return std::find(list.begin(), list.end(), c) != list.end();
}
bool ascii_letter(std::uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool letter(std::uint32_t c) {
  return ascii_letter(c) || std::any_of(tcvn3.begin(), tcvn3.end(), [c](const Pair& pair) { return pair.legacy == c; });
}

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

// Authoring tools write "en" into courses in any language.
bool may_be_vietnamese(std::string_view primary) { return primary.empty() || primary == "vi" || primary == "en"; }

std::optional<Defect> examine_vietnamese(std::string_view text, std::string_view primary) {
  const bool tagged = primary == "vi";
  if (!may_be_vietnamese(primary) || text.find('\xC2') == std::string_view::npos) return std::nullopt;
  struct Point {
    std::uint32_t c = 0;
    std::size_t at = 0;
  };
  std::vector<Point> points{{}};  // with one before and one behind
  const auto size = static_cast<std::int64_t>(std::min<std::size_t>(text.size(), 20'000));
  for (std::int64_t i = 0; i < size;) {
    const auto at = static_cast<std::size_t>(i);
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    points.push_back({c < 0 ? 0 : static_cast<std::uint32_t>(c), at});
  }
  points.emplace_back();
  std::uint32_t signs = 0, letters = 0, legacy = 0;
  std::array<bool, 256> seen{};
  std::size_t first = 0;
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const std::uint32_t c = points[i].c, before = points[i - 1].c;
    // Real Vietnamese letters: the text is in Unicode.
    if ((c >= 0x1EA0 && c <= 0x1EF9) || c == 0x1A1 || c == 0x1B0 || c == 0x111 || c == 0x103) return std::nullopt;
    if (ascii_letter(c) || (c >= 0xC0 && c <= 0x1EF9)) ++letters;
    if (c >= 0xA8 && c <= 0xFE) ++legacy;
    // "t¹o", "gi¸o"; at the end of a syllable ("lµ") only where the text says that it is Vietnamese. Behind Â to Å it
    // is UTF-8 that was taken for Latin-1: "MÃ¼ller".
    if (!telling(c) || !letter(before) || (before >= 0xC2 && before <= 0xC5)) continue;
    if (!tagged && !letter(points[i + 1].c)) continue;
    if (signs++ == 0) first = points[i].at;
    seen[c] = true;
  }
  // Footnotes and units repeat one sign; a text in this encoding needs many.
  const auto kinds = std::count(seen.begin(), seen.end(), true);
  if (kinds < (tagged ? 2 : 3) || legacy * 12 < letters) return std::nullopt;
  std::size_t from = first > 12 ? first - 12 : 0;
  while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) --from;
  std::size_t to = std::min(first + 24, text.size());
  while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) ++to;
  Defect found;
  found.defect = TextDefect::legacy_vietnamese;
  found.count = signs;
  found.confidence = tagged ? 0.97 : 0.9;
  found.sample = text.substr(from, to - from);
  found.points = code_points(text.substr(first, to - first), 4);
  found.suggestion = converted(found.sample);
  return found;
}

}  // namespace assay::language
