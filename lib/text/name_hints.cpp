// What a manifest says about the names of files: without parsing it, for it may not be well-formed.
#include <algorithm>
#include <array>

#include "text/name_vote.hpp"
#include "text/unicode.hpp"

namespace assay::text {
namespace {

constexpr std::size_t most_scanned = 4ull << 20, most_value = 1'024, most_steps = 100'000;

// "zh-TW" → "zh-hant", "th-TH" → "th".
std::string primary(std::string_view tag) {
  std::string language = folded(tag.substr(0, tag.find_first_of("-_")));
  const std::string rest = folded(tag.substr(std::min(language.size(), tag.size())));
  if (language != "zh") return language;
  for (const char* traditional : {"tw", "hk", "mo", "hant"})
    if (rest.find(traditional) != std::string::npos) return "zh-hant";
  return "zh";
}

bool looks_like_tag(std::string_view value) {
  return value.size() >= 2 && value.size() <= 12 &&
         value.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
             std::string_view::npos;
}

/// Letters of a script that speak for a language when there are enough of them.
struct Scripts {
  std::size_t han = 0, simplified = 0, traditional = 0, kana = 0, hangul = 0, thai = 0, vietnamese = 0, cyrillic = 0;
  void count(char32_t c) {
    const auto in = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
    if (in(0x4E00, 0x9FFF)) {
      ++han;
      const bool s = is_frequent(Frequent::simplified, c), t = is_frequent(Frequent::traditional, c);
      simplified += s && !t;
      traditional += t && !s;
    }
    kana += in(0x3041, 0x30FF);
    hangul += in(0xAC00, 0xD7A3);
    thai += in(0x0E01, 0x0E5B);
    vietnamese += in(0x1EA0, 0x1EF9) || c == 0x1A1 || c == 0x1B0 || c == 0x111;
    cyrillic += in(0x0410, 0x044F);
  }
  void speak(std::set<std::string>& languages) const {
    constexpr std::size_t enough = 4;
    if (kana >= enough) languages.insert("ja");
    if (han >= enough && kana < enough) {
      if (simplified >= traditional) languages.insert("zh");
      if (traditional >= simplified) languages.insert("zh-hant");
    }
    if (hangul >= enough) languages.insert("ko");
    if (thai >= enough) languages.insert("th");
    if (vietnamese >= enough) languages.insert("vi");
    if (cyrillic >= enough) languages.insert("ru");
  }
};

char32_t letter_at(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
    c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  at += length;
  return c;
}

void add_steps(std::string_view value, NameHints& hints) {
  std::string decoded;
  percent_decode(value, decoded);
  for (std::size_t at = 0; at <= decoded.size() && hints.steps.size() < most_steps;) {
    const std::size_t end = std::min(decoded.find_first_of("/\\?#", at), decoded.size());
    const std::string_view step = std::string_view(decoded).substr(at, end - at);
    if (!is_ascii(step)) hints.steps.insert(nfc(step));
    at = end + 1;
  }
}

}  // namespace

NameHints read_name_hints(std::string_view manifest) {
  manifest = manifest.substr(0, most_scanned);
  while (!manifest.empty() &&
         !is_valid_utf8(manifest.substr(manifest.size() - std::min<std::size_t>(manifest.size(), 1))))
    manifest.remove_suffix(1);  // cut at a whole letter
  NameHints hints;
  Scripts scripts;
  // Values stand between quotes or between tags.
  std::size_t start = 0;
  bool interesting = false, tag = false;
  for (std::size_t at = 0; at < manifest.size();) {
    const std::size_t here = at;
    const char32_t c = letter_at(manifest, at);
    if (c >= 0x80) scripts.count(c);
    interesting = interesting || c >= 0x80 || c == '%';
    if (c != '"' && c != '\'' && c != '<' && c != '>') continue;
    const std::string_view value = manifest.substr(start, here - start);
    if (interesting && value.size() <= most_value) add_steps(value, hints);
    if (tag && looks_like_tag(value)) hints.languages.insert(primary(value));
    // xml:lang="…" and <language>…</language>.
    tag = value.ends_with("lang=") || value.ends_with("language");
    interesting = false;
    start = at;
  }
  scripts.speak(hints.languages);
  return hints;
}

}  // namespace assay::text
