// The language of a text by its letters, as far as that goes.
#include <array>

#include <assay/language.hpp>

namespace assay {
namespace {

constexpr std::uint64_t enough = 150;  // letters below which nothing is said

struct ScriptLanguage {
  Script script;
  std::string_view tag;  // empty: several languages of the region share it
};
constexpr std::array by_script = {ScriptLanguage{Script::thai, "th"},     ScriptLanguage{Script::lao, "lo"},
                                  ScriptLanguage{Script::khmer, "km"},    ScriptLanguage{Script::myanmar, "my"},
                                  ScriptLanguage{Script::tamil, "ta"},    ScriptLanguage{Script::arabic, ""},
                                  ScriptLanguage{Script::hangul, "ko"},   ScriptLanguage{Script::cyrillic, ""},
                                  ScriptLanguage{Script::devanagari, ""}, ScriptLanguage{Script::tibetan, "bo"}};

// Scripts in which a language is written; several where there are several.
constexpr std::array scripts_of = {ScriptLanguage{Script::thai, "th"},     ScriptLanguage{Script::lao, "lo"},
                                   ScriptLanguage{Script::khmer, "km"},    ScriptLanguage{Script::myanmar, "my"},
                                   ScriptLanguage{Script::myanmar, "shn"}, ScriptLanguage{Script::myanmar, "mnw"},
                                   ScriptLanguage{Script::myanmar, "ksw"}, ScriptLanguage{Script::tamil, "ta"},
                                   ScriptLanguage{Script::han, "zh"},      ScriptLanguage{Script::han, "yue"},
                                   ScriptLanguage{Script::han, "cmn"},     ScriptLanguage{Script::hangul, "ko"},
                                   ScriptLanguage{Script::arabic, "ar"},   ScriptLanguage{Script::arabic, "fa"},
                                   ScriptLanguage{Script::arabic, "ug"},   ScriptLanguage{Script::cyrillic, "ru"},
                                   ScriptLanguage{Script::cyrillic, "uk"}, ScriptLanguage{Script::devanagari, "hi"},
                                   ScriptLanguage{Script::tibetan, "bo"},  ScriptLanguage{Script::latin, "en"},
                                   ScriptLanguage{Script::latin, "vi"},    ScriptLanguage{Script::latin, "id"},
                                   ScriptLanguage{Script::latin, "fil"},   ScriptLanguage{Script::latin, "tl"},
                                   ScriptLanguage{Script::latin, "ms"},    ScriptLanguage{Script::latin, "fr"},
                                   ScriptLanguage{Script::latin, "de"},    ScriptLanguage{Script::latin, "es"},
                                   ScriptLanguage{Script::latin, "pt"},    ScriptLanguage{Script::latin, "tet"}};

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Guess guess_language(const LetterCounts& text) {
  if (!has_enough_text(text)) return {};
  const double han = share(text.in(Script::han), text.letters), kana = share(text.in(Script::kana), text.letters);
  if (kana >= 0.1) return {"ja", han + kana};
  if (han >= 0.5) {
    const std::uint64_t both = text.hans + text.hant;
    if (both >= 20 && text.hans * 20 >= both * 19) return {"zh-Hans", han};
    if (both >= 20 && text.hant * 20 >= both * 19) return {"zh-Hant", han};
    return {"zh", han};
  }
  for (const ScriptLanguage& each : by_script)
    if (const double part = share(text.in(each.script), text.letters); part >= 0.5)
      return {each.tag, part, each.script};
  const double latin = share(text.in(Script::latin), text.letters);
  if (latin < 0.9) return {};
  if (share(text.vietnamese, text.in(Script::latin)) >= 0.06) return {"vi", latin};
  // Function words make up a tenth of a running text; English ones beside them mean a mixture.
  if (text.words >= 60 && share(text.indonesian_malay, text.words) >= 0.07 && text.indonesian_malay >= text.english * 4)
    return {"id", latin};
  if (text.words >= 60 && share(text.english, text.words) >= 0.12) return {"en", latin};
  return {};
}

bool fits(std::string_view tag, const LetterCounts& text) {
  bool known = false, right = false;
  // Names of products stand in every text: English is what has its little words, or nearly half of the letters.
  if (same_word(primary_of(tag), "en") && !has_subtag(tag, "arab")) {
    const double latin = share(text.in(Script::latin), text.letters);
    return latin >= 0.4 || (latin >= 0.1 && text.words >= 20 && share(text.english, text.words) >= 0.08);
  }
  const auto is_script = [&](Script script) { right = right || text.in(script)*10 >= text.letters; };
  if (has_subtag(tag, "arab")) return text.in(Script::arabic)*10 >= text.letters;
  if (has_subtag(tag, "latn")) return text.in(Script::latin)*10 >= text.letters;
  for (const ScriptLanguage& each : scripts_of)
    if (same_word(primary_of(tag), each.tag)) {
      known = true;
      is_script(each.script);
    }
  return right || !known;
}

bool has_enough_text(const LetterCounts& text) { return text.letters >= enough; }

bool can_be_told(const LetterCounts& text) { return guess_language(text).share > 0; }

std::string_view other_language(std::string_view tag, const LetterCounts& text) {
  const Guess guess = guess_language(text);
  if (guess.share == 0) return {};
  const std::string_view own = primary_of(tag);
  // Of two languages in Latin letters only English can be told from the other.
  const bool latin_pair = guess.tag == "vi" || guess.tag == "id";
  const bool same = same_word(own, primary_of(guess.tag)) || (guess.tag == "id" && same_word(own, "ms"));
  if (latin_pair ? !same_word(own, "en") : same || fits(tag, text)) return {};
  if (guess.script == Script::arabic && same_word(own, "ms")) return {};  // jawi-without-script says it better
  // Letters and little words do not tell these apart.
  if (guess.tag == "id") return "id\", \"ms";
  if (!guess.tag.empty()) return guess.tag;
  if (guess.script == Script::cyrillic) return "ru\", \"mn\", \"uk\", \"…";
  if (guess.script == Script::arabic) return "ar\", \"fa\", \"ms-Arab\", \"…";
  return "hi\", \"mr\", \"ne\", \"…";
}

}  // namespace assay
