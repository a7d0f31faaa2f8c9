#include "text/name_score.hpp"

#include <algorithm>
#include <string>

#include "text/name_vote.hpp"
#include "text/unicode.hpp"

namespace assay::text {
namespace {

bool ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool within(unsigned c, unsigned low, unsigned high) { return c >= low && c <= high; }

std::u32string code_points(std::string_view utf8) {
  std::u32string made;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length && at + i < utf8.size(); ++i)
      c = c << 6 | (static_cast<unsigned char>(utf8[at + i]) & 0x3F);
    made.push_back(c);
    at += length;
  }
  return made;
}

// ---- two bytes a character ------------------------------------------------------------------------------------------
// Standards put what is used most into a first level; what lies outside of both levels was added for completeness.

bool usual_mark(char32_t c) {
  return std::u32string_view(U"（）《》「」『』【】〔〕“”‘’、。，．：；！？—…·～ー　１２３４５６７８９０").find(c) !=
         std::u32string_view::npos;
}

double score_gb(unsigned a, unsigned b, char32_t c) {
  if (b < 0xA1) return -3;  // an extension
  if (within(a, 0xB0, 0xF7)) return is_frequent(Frequent::simplified, c) ? 5 : a <= 0xD7 ? 1 : 0;
  return usual_mark(c) ? 2 : within(a, 0xA1, 0xA9) ? -1 : -4;
}

double score_big5(unsigned a, unsigned, char32_t c) {
  if (within(a, 0xA4, 0xC6)) return is_frequent(Frequent::traditional, c) ? 5 : 1;
  if (within(a, 0xC9, 0xF9)) return is_frequent(Frequent::traditional, c) ? 5 : -0.5;
  return usual_mark(c) ? 2 : within(a, 0xA1, 0xA3) ? -1 : -5;
}

double score_japanese(unsigned a, unsigned, char32_t c) {
  if (within(c, 0x3041, 0x3096) || within(c, 0x30A1, 0x30FA)) return 4;  // kana
  if (usual_mark(c)) return 2;
  if (within(a, 0x88, 0x97)) return is_frequent(Frequent::japanese, c) ? 5 : 1;
  return within(a, 0x98, 0x9F) || within(a, 0xE0, 0xEA) ? -0.5 : a == 0x81 ? -1 : -4;
}

double score_korean(unsigned a, unsigned b, char32_t c) {
  if (within(a, 0xB0, 0xC8) && b >= 0xA1) return is_frequent(Frequent::korean, c) ? 5 : 0.5;
  if (usual_mark(c)) return 2;
  return within(a, 0xCA, 0xFD) && b >= 0xA1 ? -1 : -3;
}

double score_wide(std::string_view raw, const std::u32string& text, CharsetKind kind) {
  double score = 0;
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.size() && at < raw.size(); ++i) {
    const auto a = static_cast<unsigned char>(raw[at]);
    if (a < 0x80) {
      ++at;
      continue;
    }
    if (kind == CharsetKind::shift_jis && within(a, 0xA1, 0xDF)) {  // narrow kana: what Shift_JIS makes of anything
      score -= 2;
      ++at;
      continue;
    }
    const auto b = at + 1 < raw.size() ? static_cast<unsigned char>(raw[at + 1]) : 0u;
    const bool four = kind == CharsetKind::gb && within(b, '0', '9');
    if (four)
      score -= 6;
    else
      score += kind == CharsetKind::gb          ? score_gb(a, b, text[i])
               : kind == CharsetKind::big5      ? score_big5(a, b, text[i])
               : kind == CharsetKind::shift_jis ? score_japanese(a, b, text[i])
                                                : score_korean(a, b, text[i]);
    // An ideograph alone between Latin letters is what such a charset makes of an accented letter and its neighbour.
    const char32_t before = i > 0 ? text[i - 1] : 0, after = i + 1 < text.size() ? text[i + 1] : 0;
    if (ascii_letter(before) && ascii_letter(after)) score -= 4;
    at += four ? 4 : 2;
  }
  return score;
}

// ---- Thai: the order of vowels and tones is strict
// --------------------------------------------------------------------

double score_thai(const std::u32string& text) {
  double score = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i], before = i > 0 ? text[i - 1] : 0, after = i + 1 < text.size() ? text[i + 1] : 0;
    if (c < 0x80) continue;
    if (!within(c, 0x0E01, 0x0E5B)) {
      score += usual_mark(c) || c == 0x2013 ? 0 : -4;
      continue;
    }
    const auto consonant = [](char32_t x) { return within(x, 0x0E01, 0x0E2E); };
    const auto above = [](char32_t x) { return x == 0x0E31 || within(x, 0x0E34, 0x0E3A); };
    const auto tone = [](char32_t x) { return within(x, 0x0E47, 0x0E4E); };
    const bool fits = consonant(c)                ? true
                      : above(c)                  ? consonant(before)
                      : tone(c)                   ? consonant(before) || above(before)
                      : within(c, 0x0E40, 0x0E44) ? consonant(after)
                      : c == 0x0E30 || c == 0x0E32 || c == 0x0E33
                          ? consonant(before) || tone(before) || c == 0x0E32
                          : c == 0x0E46 || c == 0x0E2F || within(c, 0x0E50, 0x0E59);
    score += fits ? 2 : -5;
    if (ascii_letter(before) || ascii_letter(after)) score -= 1;
  }
  return score;
}

// ---- one byte a character
// ---------------------------------------------------------------------------------------------

constexpr std::u32string_view western = U"äöüßéèêëáàâãåæçíìîïñóòôõøœúùûÄÖÜÉÈÊÁÀÂÃÅÆÇÍÎÑÓÔÕØÚ";
constexpr std::u32string_view central = U"áéíóúýčďěňřšťůžľĺŕôäöüőűąćęłńśźżßÁÉÍÓÚÝČĎŇŘŠŤŮŽĽÖÜŐŰĄĆĘŁŃŚŹŻ";
constexpr std::u32string_view vietnamese =
    U"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĐĂÂÊÔƠƯÀÁẢÃẠẮẤẦẨẪẬẾỀỂỄỆÍÌÓÒỐỒỔỘỚỜỞỢÚỦỤỨỪỬỮỰ";

bool upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (within(c, 0xC0, 0xDE) || within(c, 0x410, 0x42F) || within(c, 0x400, 0x40F)) return c != 0xD7;
  return (within(c, 0x100, 0x137) || within(c, 0x14A, 0x177) || within(c, 0x1EA0, 0x1EF9)) ? c % 2 == 0
         : within(c, 0x139, 0x148) || within(c, 0x179, 0x17E)                              ? c % 2 == 1
                                                                                           : c == 0x1A0 || c == 0x1AF;
}
bool lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return !upper(c) && (within(c, 0xDF, 0x24F) || within(c, 0x430, 0x45F) || within(c, 0x1EA0, 0x1EF9)) && c != 0xF7;
}
bool letter(char32_t c) { return upper(c) || lower(c); }

// A capital letter inside a word that is not all capitals.
double case_penalty(char32_t before, char32_t c, char32_t after) {
  if (upper(c) && lower(before)) return -3;
  return lower(c) && upper(before) && upper(after) ? -2 : 0;
}

double score_latin(const std::u32string& text, std::u32string_view expected) {
  double score = 0;
  int run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i], before = i > 0 ? text[i - 1] : 0, after = i + 1 < text.size() ? text[i + 1] : 0;
    run = c < 0x80 ? 0 : run + 1;
    if (c < 0x80) continue;
    if (run > 3) score -= 1.5;  // no language of this kind has so many in a row
    // A letter that carries a tone was two bytes that fit together; elsewhere these two would be letters side by side.
    if (within(c, 0x1EA0, 0x1EF9))
      score += 2.5;
    else if (run > 1)
      score -= 0.5;
    if (letter(c))
      score += (expected.find(c) != std::u32string_view::npos ? 2 : 0) + case_penalty(before, c, after) +
               (letter(before) || letter(after) ? 0.5 : -0.5);
    else if (within(c, 0x80, 0x9F))
      score -= 8;
    else if (within(c, 0x2500, 0x25FF))
      score -= 5;
    else if (within(c, 0x0300, 0x036F))
      score -= 6;  // a tone that found no letter
    else if (c == 0x2013 || c == 0x2014 || within(c, 0x2018, 0x201E) || c == 0x2026)
      score += 1;
    else
      score -= c == 0xB0 || c == 0xAA || c == 0xBA || c == 0xA7 ? 0.5 : 3;
  }
  return score;
}

double score_cyrillic(const std::u32string& text) {
  double score = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i], before = i > 0 ? text[i - 1] : 0, after = i + 1 < text.size() ? text[i + 1] : 0;
    if (c < 0x80) continue;
    if (within(c, 0x410, 0x44F) || c == 0x401 || c == 0x451)
      score += (std::u32string_view(U"оеаинтсрвлкмдпуяыьгз").find(c) != std::u32string_view::npos ? 2 : 1.2) +
               case_penalty(before, c, after) - (ascii_letter(before) || ascii_letter(after) ? 2 : 0);
    else
      score -= within(c, 0x80, 0x9F) ? 8 : within(c, 0x2500, 0x25FF) ? 5 : within(c, 0x400, 0x4FF) ? 1 : 3;
  }
  return score;
}

}  // namespace

double name_score(std::string_view raw, std::string_view utf8, CharsetKind kind) {
  const std::u32string text = code_points(utf8);
  switch (kind) {
    case CharsetKind::gb:
    case CharsetKind::big5:
    case CharsetKind::shift_jis:
    case CharsetKind::korean: return score_wide(raw, text, kind);
    case CharsetKind::thai: return score_thai(text);
    case CharsetKind::vietnamese: return score_latin(text, vietnamese);
    case CharsetKind::western: return score_latin(text, western);
    case CharsetKind::central: return score_latin(text, central);
    case CharsetKind::cyrillic: return score_cyrillic(text);
  }
  return 0;
}

}  // namespace assay::text
