#include "language/scripts.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "language/data.hpp"

namespace assay::language {
namespace {

struct Block {
  std::uint32_t first, last;
  Script script;
};
// Sorted; what lies in none of them is asked of ICU.
constexpr std::array blocks = {
    Block{0x0041, 0x005A, Script::latin},   Block{0x0061, 0x007A, Script::latin},
    Block{0x00C0, 0x024F, Script::latin},   Block{0x0400, 0x052F, Script::cyrillic},
    Block{0x0600, 0x06FF, Script::arabic},  Block{0x0750, 0x077F, Script::arabic},
    Block{0x08A0, 0x08FF, Script::arabic},  Block{0x0900, 0x097F, Script::devanagari},
    Block{0x0B80, 0x0BFF, Script::tamil},   Block{0x0E00, 0x0E7F, Script::thai},
    Block{0x0E80, 0x0EFF, Script::lao},     Block{0x0F00, 0x0FFF, Script::tibetan},
    Block{0x1000, 0x109F, Script::myanmar}, Block{0x1100, 0x11FF, Script::hangul},
    Block{0x1780, 0x17FF, Script::khmer},   Block{0x1800, 0x18AF, Script::mongolian},
    Block{0x1E00, 0x1EFF, Script::latin},   Block{0x3040, 0x30FF, Script::kana},
    Block{0x3400, 0x4DBF, Script::han},     Block{0x4E00, 0x9FFF, Script::han},
    Block{0xA000, 0xA4CF, Script::yi},      Block{0xA9E0, 0xA9FF, Script::myanmar},
    Block{0xAA60, 0xAA7F, Script::myanmar}, Block{0xAC00, 0xD7A3, Script::hangul},
    Block{0xF900, 0xFAFF, Script::han},     Block{0xFB50, 0xFDFF, Script::arabic},
    Block{0xFE70, 0xFEFF, Script::arabic},  Block{0x20000, 0x323AF, Script::han},
};

// Latin letters with hook above, dot below or horn: U+01A0–01B0 and the block of U+1EA0.
bool vietnamese(std::uint32_t c) {
  return c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0 || (c >= 0x1EA0 && c <= 0x1EF9);
}

struct Orthographies {
  std::unordered_set<std::uint32_t> hans, hant;
};

const Orthographies& orthographies() {
  static const Orthographies made = [] {
    Orthographies out;
    const JsonNode data = data_file("han");
    const auto fill = [&](const char* name, std::unordered_set<std::uint32_t>& set) {
      const std::string_view text = content(member(data, name));
      for (std::int64_t i = 0; i < static_cast<std::int64_t>(text.size());) {
        UChar32 c = 0;
        U8_NEXT(text.data(), i, static_cast<std::int64_t>(text.size()), c);
        if (c > 0) set.insert(static_cast<std::uint32_t>(c));
      }
    };
    fill("hans", out.hans);
    fill("hant", out.hant);
    return out;
  }();
  return made;
}

// Words that stand in every text of a language and hardly in another one.
constexpr std::array<std::string_view, 20> indonesian_malay = {
    "yang", "dan",  "untuk", "dengan", "adalah", "tidak", "dari",  "pada",   "dalam",   "ini",
    "itu",  "atau", "akan",  "oleh",   "kepada", "anda",  "bahwa", "bahawa", "sebagai", "telah"};
constexpr std::array<std::string_view, 18> english = {"the",  "and",  "of",    "is",   "that", "with",
                                                      "this", "are",  "for",   "from", "you",  "have",
                                                      "not",  "your", "which", "was",  "what", "will"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void count_word(std::string_view word, LetterCounts& counts) {
  if (word.size() < 2) return;
  ++counts.words;
  if (word.size() > 8) return;
  char lower[8];
  for (std::size_t i = 0; i < word.size(); ++i)
    lower[i] = word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + 32) : word[i];
  const std::string_view key(lower, word.size());
  counts.indonesian_malay += among(indonesian_malay, key) ? 1 : 0;
  counts.english += among(english, key) ? 1 : 0;
}

}  // namespace

Script script_of(char32_t c) {
  const auto found = std::upper_bound(blocks.begin(), blocks.end(), static_cast<std::uint32_t>(c),
                                      [](std::uint32_t value, const Block& block) { return value < block.first; });
  if (found == blocks.begin()) return Script::other;
  const Block& block = *(found - 1);
  return c <= block.last ? block.script : Script::other;
}

void count_letters(std::string_view text, LetterCounts& counts) {
  const auto size = static_cast<std::int64_t>(text.size());
  std::int64_t word = -1;
  for (std::int64_t i = 0; i < size;) {
    const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(i)]);
    if (byte < 0x80) {
      const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
      if (letter) {
        ++counts.letters;
        ++counts.of[0];
        if (word < 0) word = i;
      } else if (word >= 0) {
        count_word(text.substr(static_cast<std::size_t>(word), static_cast<std::size_t>(i - word)), counts);
        word = -1;
      }
      ++i;
      continue;
    }
    word = -1;  // a word with other letters is none of the ASCII lists
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0) continue;
    const Script script = script_of(static_cast<char32_t>(c));
    if (script == Script::other && !u_isalpha(c)) continue;
    if (script != Script::other && !u_isalpha(c) && u_charType(c) != U_NON_SPACING_MARK) continue;
    if (u_charType(c) == U_NON_SPACING_MARK) continue;  // a mark is no letter of its own
    ++counts.letters;
    ++counts.of[static_cast<std::size_t>(script)];
    if (script == Script::latin && vietnamese(static_cast<std::uint32_t>(c))) ++counts.vietnamese;
    if (script == Script::han) {
      counts.hans += orthographies().hans.contains(static_cast<std::uint32_t>(c)) ? 1 : 0;
      counts.hant += orthographies().hant.contains(static_cast<std::uint32_t>(c)) ? 1 : 0;
    }
  }
  if (word >= 0) count_word(text.substr(static_cast<std::size_t>(word)), counts);
}

}  // namespace assay::language

namespace assay {

void LetterCounts::add(const LetterCounts& other) {
  letters += other.letters;
  for (std::size_t i = 0; i < of.size(); ++i) of[i] += other.of[i];
  vietnamese += other.vietnamese;
  hans += other.hans;
  hant += other.hant;
  indonesian_malay += other.indonesian_malay;
  english += other.english;
  words += other.words;
}

}  // namespace assay
