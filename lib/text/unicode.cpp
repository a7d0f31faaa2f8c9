#include "text/unicode.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace assay::text {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// Next code point, or -1 for a byte that starts none; `at` moves on.
std::int32_t next(std::string_view text, std::size_t& at) {
  UChar32 c = -1;
  auto i = static_cast<std::int64_t>(at);
  U8_NEXT(text.data(), i, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return c;
}

bool in(std::uint32_t c, std::initializer_list<std::pair<std::uint32_t, std::uint32_t>> ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const auto& range) { return c >= range.first && c <= range.second; });
}

// Takes no room, turns the direction of what follows, or tags it: nobody sees it.
bool unseen(std::uint32_t c) {
  if (c < 0x200B) return c == 0x61C;  // nearly all text
  return in(
      c,
      {{0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}});
}

// XML 1.0 (5th edition) NameStartChar and NameChar without the colon.
bool name_start(std::uint32_t c) {
  return in(c, {{'A', 'Z'},
                {'_', '_'},
                {'a', 'z'},
                {0xC0, 0xD6},
                {0xD8, 0xF6},
                {0xF8, 0x2FF},
                {0x370, 0x37D},
                {0x37F, 0x1FFF},
                {0x200C, 0x200D},
                {0x2070, 0x218F},
                {0x2C00, 0x2FEF},
                {0x3001, 0xD7FF},
                {0xF900, 0xFDCF},
                {0xFDF0, 0xFFFD},
                {0x10000, 0xEFFFF}});
}
bool name_char(std::uint32_t c) {
  return name_start(c) || in(c, {{'-', '-'}, {'.', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}});
}

void append_hex(std::string& out, std::uint32_t value, int least) {
  char digits[9];
  int count = 0;
  do {
    digits[count++] = "0123456789ABCDEF"[value & 15];
    value >>= 4;
  } while (value || count < least);
  while (count) out.push_back(digits[--count]);
}

}  // namespace

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) >= 0x80) {
      if (next(bytes, at) < 0) return false;
      continue;
    }
    ++at;
    for (std::uint64_t eight; at + 8 <= bytes.size(); at += 8) {
      std::memcpy(&eight, bytes.data() + at, 8);
      if (eight & 0x8080808080808080u) break;
    }
  }
  return true;
}

std::uint64_t count_code_points(std::string_view text) {
  // Eight bytes at a time: a byte that continues a character has its highest bit set and the next one not.
  std::uint64_t continued = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + at, 8);
    continued += static_cast<std::uint64_t>(std::popcount(eight >> 7 & ~(eight >> 6) & 0x0101010101010101u));
  }
  for (; at < text.size(); ++at) continued += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80 ? 1 : 0;
  return text.size() - continued;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::UnicodeString normalized = normalizer->normalize(from_utf8(text), status);
  return U_FAILURE(status) ? std::string(text) : to_utf8(normalized);
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
  }
  icu::UnicodeString folded_text = from_utf8(nfc(text));
  folded_text.foldCase();
  return nfc(to_utf8(folded_text));
}

std::string beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return std::string(text.substr(0, most)) + "…";
}

std::string skeleton(std::string_view text) {
  // Letters of other scripts that are drawn like Latin ones, in the order of `latin`.
  static constexpr char32_t drawn_alike[] =
      U"\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051B\u051D\u04BB\u043A\u043C\u0442\u0432"
      U"\u043D"
      U"\u03B1\u03B5\u03BF\u03C1\u03C5\u03C7\u03B9\u03BD\u03BA\u03C4\u0131\u0261\u1D0F\u03F2\u0578\u0585\u057D\u0566";
  static constexpr std::string_view latin = "aeopcyxijsdqwhkmtbhaeopuxivktigocnouq";
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);  // drops invisible ones too
  icu::UnicodeString plain = from_utf8(text);
  if (U_SUCCESS(status)) plain = normalizer->normalize(plain, status);
  icu::UnicodeString out;
  for (int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
    auto c = static_cast<char32_t>(plain.char32At(i));
    for (std::size_t k = 0; k < latin.size(); ++k)
      if (drawn_alike[k] == c) c = static_cast<char32_t>(latin[k]);
    out.append(static_cast<UChar32>(c));
  }
  return to_utf8(out);
}

bool is_ncname(std::string_view text) {
  std::size_t at = 0;
  if (text.empty()) return false;
  for (bool first = true; at < text.size(); first = false) {
    const std::int32_t c = next(text, at);
    if (c < 0 || !(first ? name_start(static_cast<std::uint32_t>(c)) : name_char(static_cast<std::uint32_t>(c))))
      return false;
  }
  return true;
}

std::string as_ncname(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::int32_t c = next(text, at);
    if (c >= 0 && name_char(static_cast<std::uint32_t>(c)))
      out.append(text.substr(start, at - start));
    else if (!out.empty() && out.back() != '-')
      out.push_back('-');  // one for a run of wrong characters, none at the start
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() || is_ncname(out) ? out : (out[0] == '-' ? "id" : "id-") + out;
}

std::string_view wrong_in_ncname(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::int32_t c = next(text, at);
    const auto point = static_cast<std::uint32_t>(c);
    if (c < 0 || !(start == 0 ? name_start(point) : name_char(point))) return text.substr(start, at - start);
  }
  return {};
}

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool percent_undone(std::string_view text, std::string& decoded) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
  };
  bool good = true;
  decoded = text.substr(0, text.find('%'));
  for (std::size_t i = decoded.size(); i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 1 < text.size() ? digit(text[i + 1]) : -1,
                low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
      if (high >= 0 && low >= 0) {
        decoded.push_back(static_cast<char>(high * 16 + low));
        i += 2;
        continue;
      }
      good = false;
    }
    decoded.push_back(text[i]);
  }
  return good;
}

bool percent_decode(std::string_view text, std::string& decoded) {
  const bool good = percent_undone(text, decoded);
  if (is_valid_utf8(decoded)) return good;
  decoded = text;  // escapes of another encoding: nothing that can be looked up
  return false;
}

std::string visible(std::string_view text) {
  std::string out;
  std::size_t kept = 0;  // where what stays as it is begins
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= 0x20 && text[at] < 0x7F) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    const std::int32_t c = next(text, at);
    const bool code = (c >= 0 && c < 0x20) || (c >= 0x7F && c < 0xA0);
    if (c >= 0 && !code && !unseen(static_cast<std::uint32_t>(c))) continue;
    out.append(text.substr(kept, start - kept));
    kept = at;
    if (c < 0) {
      for (std::size_t i = start; i < at; ++i) {
        out += "\\x";
        append_hex(out, static_cast<unsigned char>(text[i]), 2);
      }
    } else if (code) {
      out += "\\x";
      append_hex(out, static_cast<std::uint32_t>(c), 2);
    } else {
      out += "\\u{";
      append_hex(out, static_cast<std::uint32_t>(c), 4);
      out += "}";
    }
  }
  return out.append(text.substr(kept));
}

std::uint32_t hidden_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned second = byte(1), third = byte(2);
  if (byte(0) == 0xC2 && second >= 0x80 && second <= 0x9F) return second;
  if (byte(0) == 0xD8 && second == 0x9C) return 0x61C;
  if (byte(0) != 0xE2) return 0;
  if (second == 0x80 && (third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE)))
    return 0x2000 + third - 0x80;
  if (second == 0x81 && third >= 0xA6 && third <= 0xA9) return 0x2040 + third - 0x80;
  return 0;
}

// Only cells near the diagonal: farther ones stand for more edits than the limit allows.
std::uint32_t distance(std::string_view a, std::string_view b, std::uint32_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit || a.size() > 200) return limit + 1;
  const std::uint32_t far = limit + 1;
  std::vector<std::uint32_t> before2(a.size() + 2, far), before(a.size() + 2, far), now(a.size() + 2, far);
  for (std::size_t i = 0; i <= std::min<std::size_t>(a.size(), limit); ++i) before[i] = static_cast<std::uint32_t>(i);
  for (std::size_t j = 1; j <= b.size(); ++j) {
    const std::size_t first = j > limit ? j - limit : 1, last = std::min<std::size_t>(a.size(), j + limit);
    now[first - 1] = first == 1 ? static_cast<std::uint32_t>(j) : far;
    std::uint32_t least = now[first - 1];
    for (std::size_t i = first; i <= last; ++i) {
      const std::uint32_t swap_cost = a[i - 1] == b[j - 1] ? 0 : 1;
      now[i] = std::min({before[i] + 1, now[i - 1] + 1, before[i - 1] + swap_cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[i] = std::min(now[i], before2[i - 2] + 1);
      least = std::min(least, now[i]);
    }
    now[last + 1] = far;
    if (least > limit) return far;
    std::swap(before2, before);
    std::swap(before, now);
  }
  return std::min(before[a.size()], far);
}

std::string nearest(std::string_view wanted, std::span<const std::string_view> candidates, std::uint32_t most) {
  constexpr std::size_t most_candidates = 2'000;
  const std::string key = folded(wanted);
  const auto limit = static_cast<std::uint32_t>(std::max<std::size_t>(1, std::min<std::size_t>(key.size() / 3, 6)));
  std::vector<std::pair<std::uint32_t, std::size_t>> near;
  for (std::size_t i = 0; i < std::min(candidates.size(), most_candidates); ++i) {
    const std::uint32_t d = distance(key, folded(candidates[i]), limit);
    if (d <= limit) near.emplace_back(d, i);
  }
  std::sort(near.begin(), near.end());
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(near.size(), most); ++i)
    text.append(i ? ", " : "").append(candidates[near[i].second]);
  return text;
}

}  // namespace assay::text
