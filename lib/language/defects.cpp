#include "language/defects.hpp"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "language/burmese.hpp"
#include "language/vietnamese.hpp"
#include "text/unicode.hpp"

namespace assay::language {
namespace {

bool between(std::uint32_t c, std::uint32_t first, std::uint32_t last) { return c >= first && c <= last; }

struct Points {
  std::vector<std::uint32_t> c;
  std::vector<std::size_t> at;  // offset of each
};

Points read(std::string_view text) {
  Points out;
  for (std::int64_t i = 0; i < static_cast<std::int64_t>(text.size());) {
    out.at.push_back(static_cast<std::size_t>(i));
    UChar32 c = 0;
    U8_NEXT(text.data(), i, static_cast<std::int64_t>(text.size()), c);
    out.c.push_back(c < 0 ? 0xFFFD : static_cast<std::uint32_t>(c));
  }
  out.at.push_back(text.size());
  return out;
}

bool is_private(std::uint32_t c) { return between(c, 0xE000, 0xF8FF) || between(c, 0xF0000, 0x10FFFD); }
bool says_something(std::uint32_t c) { return !is_private(c) && c > 0x20 && c != 0xA0 && !between(c, 0x2000, 0x206F); }

bool thai_mark(std::uint32_t c) { return c == 0xE31 || between(c, 0xE34, 0xE3A) || between(c, 0xE47, 0xE4E); }
bool thai_above(std::uint32_t c) { return c == 0xE31 || between(c, 0xE34, 0xE37); }  // vowel signs above
bool thai_below(std::uint32_t c) { return c == 0xE38 || c == 0xE39; }
bool thai_tone(std::uint32_t c) { return between(c, 0xE48, 0xE4B); }
bool lao_above(std::uint32_t c) { return c == 0xEB1 || between(c, 0xEB4, 0xEB7) || c == 0xEBB; }
bool lao_tone(std::uint32_t c) { return between(c, 0xEC8, 0xECB); }

/// What one text has of one defect.
struct Found {
  std::uint32_t count = 0;
  std::size_t first = 0, last = 0;  // code points of the first place
  std::string suggestion;
  void add(std::size_t from, std::size_t to) {
    if (count++ == 0) {
      first = from;
      last = to;
    }
  }
};

std::string utf8(std::uint32_t c) {
  std::string out;
  icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(out);
  return out;
}

// A few characters around the place, so that people find it.
std::string sample_of(std::string_view text, const Points& points, const Found& found) {
  const std::size_t from = found.first > 6 ? found.first - 6 : 0;
  const std::size_t to = std::min(found.last + 6, points.c.size());
  std::string out;
  for (std::size_t i = from; i < to; ++i)
    if (is_private(points.c[i]))
      out += "\u25A1";  // as a reader sees it
    else
      out += text.substr(points.at[i], points.at[i + 1] - points.at[i]);
  return out;
}

class Examination {
 public:
  Examination(std::string_view text, std::string_view language) : text_(text), points_(read(text)) {
    const std::string lower = text::folded(language);
    primary_ = lower.substr(0, lower.find('-'));
    jawi_ = lower.starts_with("ms-arab") || lower.starts_with("zsm-arab");
  }

  std::vector<Defect> run() {
    Found private_use, kangxi, order, jawi, bullets;
    for (std::size_t i = 0; i < points_.c.size(); ++i) {
      const std::uint32_t c = points_.c[i];
      if (c < 0x80) continue;
      if (is_private(c)) private_use.add(i, i + 1);
      if (between(c, 0x2E80, 0x2FD5) || between(c, 0xF900, 0xFAD9)) radical(kangxi, i);
      if (between(c, 0xE00, 0xEFF)) marks(order, i);
      if (jawi_ && (c == 0x643 || c == 0x6AC || c == 0x649 || c == 0x6AD)) {
        jawi.add(i, i + 1);
        if (jawi.count == 1) jawi.suggestion = utf8(c == 0x643 ? 0x6A9 : c == 0x649 ? 0x6CC : 0x762);
      }
    }
    // A text of nothing else is an icon, and the font comes with it.
    if (private_use.count > 0 && std::any_of(points_.c.begin(), points_.c.end(), says_something))
      take(TextDefect::private_use, private_use, 1);
    take(TextDefect::kangxi, kangxi, 1);
    take(TextDefect::mark_order, order, 1);
    take(TextDefect::jawi_letters, jawi, 0.9);
    decomposed();
    if (auto burmese = examine_burmese(text_, primary_)) out_.push_back(std::move(*burmese));
    if (auto vietnamese = examine_vietnamese(text_, primary_)) out_.push_back(std::move(*vietnamese));
    return std::move(out_);
  }

 private:
  void take(TextDefect defect, Found& found, double confidence) {
    if (found.count == 0) return;
    const std::size_t from = points_.at[found.first], to = points_.at[std::min(found.last, points_.c.size())];
    out_.push_back({defect, found.count, confidence, sample_of(text_, points_, found),
                    code_points(text_.substr(from, to - from)), std::move(found.suggestion)});
  }

  // Only those that compatibility normalization maps to a character of its own; twelve of the compatibility block are
  // characters in their own right. One that stands alone is spoken about (a lesson on radicals, a range in a script).
  void radical(Found& found, std::size_t i) {
    const std::uint32_t c = points_.c[i];
    constexpr std::array<std::uint32_t, 12> unified = {0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F,
                                                       0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29};
    if (std::find(unified.begin(), unified.end(), c) != unified.end()) return;
    const auto han = [&](std::size_t at) {
      return at < points_.c.size() &&
             (between(points_.c[at], 0x3400, 0x9FFF) || between(points_.c[at], 0x20000, 0x3FFFF));
    };
    if (!han(i + 1) && !(i > 0 && han(i - 1))) return;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) return;
    const icu::UnicodeString own(static_cast<UChar32>(c)), character = form->normalize(own, status);
    if (U_FAILURE(status) || own == character) return;  // most of the supplement: nothing to write instead
    found.add(i, i + 1);
    if (found.count == 1) character.toUTF8String(found.suggestion);
  }

  // Orders that look right and that no normalization repairs: a mark before its vowel sign, doubled sara e, nikhahit
  // with sara aa instead of sara am; the same of Lao.
  void marks(Found& found, std::size_t i) {
    const std::uint32_t c = points_.c[i], next = i + 1 < points_.c.size() ? points_.c[i + 1] : 0;
    const auto pair = [&](std::string suggestion) {
      found.add(i, i + 2);
      if (found.count == 1) found.suggestion = std::move(suggestion);
    };
    if ((c == 0xE40 && next == 0xE40) || (c == 0xEC0 && next == 0xEC0))
      pair(utf8(c + 1));
    else if ((c == 0xE4D && next == 0xE32) || (c == 0xECD && next == 0xEB2))
      pair(utf8(next + 1));
    else if ((thai_tone(c) && (thai_above(next) || thai_below(next))) ||
             (lao_tone(c) && (lao_above(next) || next == 0xEB8 || next == 0xEB9)))
      pair(utf8(next) + utf8(c));
    else if (thai_mark(c) && c == next)
      pair(utf8(c));
  }

  // Not in form C, letting go what every keyboard of some script produces.
  void decomposed() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString whole =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text_.data(), static_cast<int32_t>(text_.size())));
    if (U_FAILURE(status) || form->isNormalized(whole, status) || U_FAILURE(status)) return;
    Found found;
    for (std::size_t i = 1; i < points_.c.size(); ++i)
      if (between(points_.c[i], 0x300, 0x36F) && points_.c[i - 1] < 0x2000 &&
          (points_.c[i - 1] < 0x590 || points_.c[i - 1] >= 0x1E00)) {
        const icu::UnicodeString two = icu::UnicodeString(static_cast<UChar32>(points_.c[i - 1])) +
                                       icu::UnicodeString(static_cast<UChar32>(points_.c[i]));
        const icu::UnicodeString one = form->normalize(two, status);
        if (one == two || U_FAILURE(status)) continue;
        found.add(i - 1, i + 1);
        if (found.count == 1) one.toUTF8String(found.suggestion);
      }
    take(TextDefect::decomposed, found, 1);
  }

  std::string_view text_;
  Points points_;
  std::string primary_;
  bool jawi_ = false;
  std::vector<Defect> out_;
};

}  // namespace

std::string code_points(std::string_view text, std::size_t most) {
  std::string out;
  const Points points = read(text);
  for (std::size_t i = 0; i < std::min(points.c.size(), most); ++i) {
    char name[16];
    std::snprintf(name, sizeof name, "%sU+%04X", i == 0 ? "" : " ", points.c[i]);
    out += name;
  }
  return points.c.size() > most ? out + " …" : out;
}

std::vector<Defect> examine(std::string_view text, std::string_view language) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) return {};
  return Examination(text, language).run();
}

Chance chance_of(TextDefect defect, std::string_view language) {
  const std::string lower = text::folded(language);
  const std::string_view primary = std::string_view(lower).substr(0, lower.find('-'));
  const bool burmese = defect == TextDefect::zawgyi;
  if (!burmese && defect != TextDefect::legacy_vietnamese) return Chance::likely;
  if (burmese ? is_burmese(primary) : primary == "vi") return Chance::likely;
  return (burmese ? may_be_zawgyi(primary) : may_be_vietnamese(primary)) ? Chance::open : Chance::none;
}

std::optional<Defect> examine_font(std::string_view family) {
  if (family.find_first_of(".VvZzLl") == std::string_view::npos) return std::nullopt;
  const std::string lower = text::folded(family);
  const auto at = [&](std::string_view name) { return lower.find(name); };
  for (const std::string_view name : {".vntime", ".vnarial", ".vn", "vni-", "zawgyi", "limon s", "limon r"}) {
    const std::size_t found = at(name);
    if (found == std::string::npos) continue;
    // ".vn" starts a family name, it does not end one ("edu.vn").
    if (found > 0 && lower[found - 1] != '"' && lower[found - 1] != '\'' && lower[found - 1] != ' ' &&
        lower[found - 1] != ',' && lower[found - 1] != ':')
      continue;
    if (name == ".vn" && (found + 3 >= lower.size() || lower[found + 3] < 'a' || lower[found + 3] > 'z')) continue;
    const std::size_t end = std::min(family.find_first_of("\"',;", found), family.size());
    return Defect{TextDefect::legacy_font, 1, 0.95, std::string(family.substr(found, end - found)), {}, {}};
  }
  return std::nullopt;
}

}  // namespace assay::language
