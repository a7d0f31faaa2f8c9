#include "text/name_vote.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/decode.hpp"
#include "text/name_score.hpp"
#include "text/unicode.hpp"

namespace assay::text {
namespace {

struct Charset {
  std::string_view name;  // as reported
  const char* converter;  // as ICU calls it
  CharsetKind kind;
  std::string_view languages;  // that are written in it
};
// Of two that read the names alike, the first is reported.
constexpr std::array charsets = {
    Charset{"gb18030", "GB18030", CharsetKind::gb, "zh zh-hans"},
    Charset{"big5", "Big5", CharsetKind::big5, "zh-hant"},
    Charset{"shift_jis", "Shift_JIS", CharsetKind::shift_jis, "ja"},
    Charset{"euc-kr", "windows-949", CharsetKind::korean, "ko"},
    Charset{"windows-874", "windows-874-2000", CharsetKind::thai, "th"},
    Charset{"windows-1258", "windows-1258", CharsetKind::vietnamese, "vi"},
    Charset{"ibm437", "IBM437", CharsetKind::western, "de fr es it nl sv da no fi pt id ms tl en"},
    Charset{"ibm850", "IBM850", CharsetKind::western, "de fr es it nl sv da no fi pt id ms tl en"},
    Charset{"ibm852", "IBM852", CharsetKind::central, "cs sk pl hu hr sl ro de"},
    Charset{"ibm866", "IBM866", CharsetKind::cyrillic, "ru uk be bg kk ky mn"},
    Charset{"windows-1252", "windows-1252", CharsetKind::western, "de fr es it nl sv da no fi pt id ms tl en"},
    Charset{"windows-1250", "windows-1250", CharsetKind::central, "cs sk pl hu hr sl ro de"},
    Charset{"windows-1251", "windows-1251", CharsetKind::cyrillic, "ru uk be bg kk ky mn"},
};

constexpr double undecodable = -14, language_bonus = 6;
constexpr std::size_t most_names = 2'000;

struct Candidate {
  const Charset* charset = nullptr;
  std::vector<std::string> decoded;  // empty: not in this charset
  double score = 0;
  std::uint32_t matched = 0;
};

bool speaks(const Charset& charset, const NameHints& hints) {
  for (std::string_view rest = charset.languages; !rest.empty();) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    if (hints.languages.contains(std::string(rest.substr(0, space)))) return true;
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return false;
}

// Every step of the name that is not ASCII is spelt like that in the manifest.
bool referred_to(const std::string& name, const NameHints& hints) {
  bool any = false;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("/\\", at), name.size());
    const std::string step = name.substr(at, end - at);
    if (!is_ascii(step)) {
      if (!hints.steps.contains(step)) return false;
      any = true;
    }
    at = end + 1;
  }
  return any;
}

Candidate candidate(const Charset& charset, const std::vector<std::string_view>& names, const NameHints& hints) {
  Candidate made{&charset, {}, speaks(charset, hints) ? language_bonus : 0, 0};
  for (const std::string_view name : names) {
    std::string& text = made.decoded.emplace_back();
    if (!decode_name(name, charset.name, text)) {
      text.clear();
      made.score += undecodable;
      continue;
    }
    made.score += name_score(name, text, charset.kind);
    if (!hints.steps.empty() && referred_to(text, hints)) ++made.matched;
  }
  return made;
}

}  // namespace

bool decode_name(std::string_view raw, std::string_view charset, std::string& utf8) {
  const auto found =
      std::find_if(charsets.begin(), charsets.end(), [&](const Charset& each) { return each.name == charset; });
  std::string decoded;
  if (found == charsets.end() || !decode_strict(raw, found->converter, decoded)) return false;
  utf8 = nfc(decoded);  // Vietnamese tones stand behind their letters in windows-1258
  return true;
}

NameVote vote_on_names(std::span<const std::string_view> raw_names, const NameHints& hints) {
  std::vector<std::string_view> names(raw_names.begin(), raw_names.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  if (names.size() > most_names) {  // evenly, so that no folder speaks for all
    const std::size_t step = names.size() / most_names + 1;
    std::vector<std::string_view> some;
    for (std::size_t i = 0; i < names.size(); i += step) some.push_back(names[i]);
    names = std::move(some);
  }
  std::vector<Candidate> all;
  for (const Charset& charset : charsets) all.push_back(candidate(charset, names, hints));
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.matched != b.matched ? a.matched > b.matched : a.score > b.score;
  };
  const auto best = std::min_element(all.begin(), all.end(), better);
  if (best == all.end() ||
      std::all_of(best->decoded.begin(), best->decoded.end(), [](const std::string& text) { return text.empty(); }))
    return {};
  // What counts is whether another reading of the names is likely, not another name for the same one.
  double margin = 40;
  bool unique = true;
  for (const Candidate& other : all) {
    if (&other == &*best || other.decoded == best->decoded) continue;
    margin = std::min(margin, best->score - other.score);
    unique = unique && other.matched < best->matched;
  }
  const bool proved = best->matched > 0 && unique;
  return {best->charset->name, proved ? 1 : std::clamp(1 / (1 + std::exp(-margin / 5)), 0.5, 0.99),
          proved ? best->matched : 0};
}

}  // namespace assay::text
