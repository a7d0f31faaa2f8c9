#include "language/burmese.hpp"

#include <algorithm>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace assay::language {
namespace {

bool between(UChar32 c, UChar32 first, UChar32 last) { return c >= first && c <= last; }
bool consonant(UChar32 c) { return between(c, 0x1000, 0x1021) || c == 0x103F || c == 0x104E; }
bool medial(UChar32 c) { return between(c, 0x103B, 0x103E); }

// Letters that Burmese does not have and its neighbours do. Zawgyi's own use of this range is told apart by what
// stands around them: only text with no Zawgyi sign besides counts as a neighbour's.
bool of_neighbours(UChar32 c) {
  return c == 0x1028 || between(c, 0x105A, 0x1060) || between(c, 0x1065, 0x108F) || between(c, 0xAA60, 0xAA7F) ||
         between(c, 0xA9E0, 0xA9FE);
}

struct Signs {
  int letters = 0;   // of the script
  int zawgyi = 0;    // what no Unicode text has
  int doubtful = 0;  // what Zawgyi has and languages of the neighbours have, too
  int mon = 0;       // letters of Mon as no Zawgyi text has them
};

Signs read(const icu::UnicodeString& text) {
  Signs signs;
  UChar32 before = 0;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const int32_t next_at = text.moveIndex32(i, 1);
    const UChar32 next = next_at < text.length() ? text.char32At(next_at) : 0;
    if (between(c, 0x1000, 0x109F) || between(c, 0xAA60, 0xAA7F)) ++signs.letters;
    // Vowel e or a medial in front of its consonant: the order of a typewriter.
    if (c == 0x1031 && !consonant(before) && !medial(before) && !of_neighbours(before)) ++signs.zawgyi;
    if (medial(c) && !consonant(before) && !medial(before) && !of_neighbours(before) && before != 0x1039)
      ++signs.zawgyi;
    // Stacking sign without anything to stack: it was Zawgyi's visible asat.
    if (c == 0x1039 && !consonant(next) && !of_neighbours(next)) ++signs.zawgyi;
    // Zawgyi's second forms of u and uu, and its tall aa with asat, are two vowels and the letter nga in Mon.
    if (c == 0x1033 || c == 0x1034 || c == 0x105A || between(c, 0x1060, 0x1097)) ++signs.doubtful;
    // Not before U+1031: in Zawgyi that opens the next syllable, as in "ေပၚေပါက္".
    if (between(c, 0x105B, 0x105F) ||
        (c == 0x105A && next != 0x1031 && (next == 0x103A || between(next, 0x102B, 0x1036))))
      ++signs.mon;
    before = c;
  }
  return signs;
}

std::string to_unicode(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  // Made for each suggestion: a transliterator is not safe to share between threads.
  const std::unique_ptr<icu::Transliterator> converter(
      icu::Transliterator::createInstance("Zawgyi-my", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !converter) return {};
  icu::UnicodeString changed = text;
  converter->transliterate(changed);
  std::string out;
  changed.toUTF8String(out);
  return out;
}

}  // namespace

bool may_be_zawgyi(std::string_view primary) {
  for (const std::string_view other :  // languages of the script
       {"shn", "mnw", "ksw", "kjp", "kyu", "blk", "pwo", "kar", "csh", "rki", "pi", "sa", "kht", "aio", "phk"})
    if (primary == other) return false;
  return true;
}

std::optional<Defect> examine_burmese(std::string_view text, std::string_view primary) {
  const bool burmese = is_burmese(primary);
  if (!may_be_zawgyi(primary)) return std::nullopt;
  if (text.find("\xE1\x80") == std::string_view::npos && text.find("\xE1\x81") == std::string_view::npos)
    return std::nullopt;
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(std::min<std::size_t>(text.size(), 20'000))));
  const Signs signs = read(whole);
  if (signs.letters < 12 || signs.mon > 0) return std::nullopt;
  const int weight = signs.zawgyi * 2 + (signs.zawgyi > 0 ? signs.doubtful : 0);
  // One odd syllable is a slip of the hand, not another encoding.
  if (signs.zawgyi < 2 || weight * 30 < signs.letters) return std::nullopt;
  Defect found;
  found.defect = TextDefect::zawgyi;
  found.count = static_cast<std::uint32_t>(signs.zawgyi + signs.doubtful);
  found.confidence = burmese ? (weight * 10 >= signs.letters ? 0.99 : 0.95) : 0.9;
  const int32_t end = whole.getChar32Limit(std::min<int32_t>(24, whole.length()));
  const icu::UnicodeString head = whole.tempSubString(0, end);
  head.toUTF8String(found.sample);
  found.points = code_points(found.sample);
  found.suggestion = to_unicode(head);
  return found;
}

}  // namespace assay::language
