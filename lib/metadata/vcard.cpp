// vCards inside records: RFC 2426 as far as a record shows it, leniently read.
#include <algorithm>

#include <assay/record.hpp>

#include "metadata/vcard.hpp"

namespace assay {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char wanted, char c) { return upper(c) == wanted; });
}

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

// A card that was indented with the document around it: the depth of its last line is white space of the document, not
// a continuation.
std::size_t common_indentation(std::string_view card) {
  std::size_t depth = 0;
  for (std::string_view rest = card; !rest.empty();) {
    const std::string_view line = next_line(rest);
    if (starts_with_word(trimmed(line), "END:VCARD")) depth = indentation(line);
  }
  return depth;
}

// "item1.EMAIL;TYPE=work:" → "EMAIL".
std::string_view property_name(std::string_view line) {
  std::string_view name = line.substr(0, line.find_first_of(":;"));
  return name.substr(name.rfind('.') + 1);
}

bool is_property(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view name = line.substr(0, line.find_first_of(":;"));
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (upper(c) >= 'A' && upper(c) <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

struct Line {
  std::string_view text;
  bool continues = false;
};

bool is_named(const Line& line, std::string_view name) {
  if (line.continues || !is_property(line.text)) return false;
  const std::string_view own = property_name(line.text);
  return own.size() == name.size() && starts_with_word(own, name);
}

template <class Visit>
void each_line(std::string_view card, Visit visit) {
  const std::size_t depth = common_indentation(card);
  for (std::string_view rest = card; !rest.empty();) {
    const std::string_view line = next_line(rest);
    const std::size_t own = indentation(line);
    if (own == line.size()) continue;                                      // blank
    visit(Line{line.substr(own > depth ? depth + 1 : own), own > depth});  // a fold is one blank
  }
}

}  // namespace

VcardFault vcard_fault(std::string_view card) {
  card = trimmed(card);
  if (!starts_with_word(card, "BEGIN:VCARD")) return {"plain-text", {}};
  bool ended = false, named = false, first = true;
  VcardFault fault;
  each_line(card, [&](Line line) {
    if (!fault.cause.empty()) return;
    const bool begin = starts_with_word(line.text, "BEGIN:VCARD"), end = starts_with_word(line.text, "END:VCARD");
    if (begin && trimmed(line.text).size() > 11)
      fault = {"one-line", line.text};
    else if (begin && !first)
      fault = {"several-cards", {}};
    else if (ended || (!is_property(line.text) && !line.continues))
      fault = {"stray-line", line.text};
    first = false;
    ended = ended || end;
    named = named || is_named(line, "FN") || is_named(line, "N");
  });
  if (!fault.cause.empty()) return fault;
  if (!ended) return {"no-end", {}};
  return named ? VcardFault{} : VcardFault{"no-name", {}};
}

std::string_view vcard_property(std::string_view card, std::string_view name) {
  std::string_view found;
  each_line(trimmed(card), [&](const Line& line) {
    if (found.empty() && is_named(line, name)) found = trimmed(line.text.substr(line.text.find(':') + 1));
  });
  return found;
}

namespace metadata {

// A card whose line breaks got lost, or are written as \\n, is broken before each property that people use.
std::string in_lines(std::string_view card) {
  constexpr std::string_view properties[] = {"VERSION:", "FN:", "N:",    "ORG:",  "EMAIL", "TEL",  "ADR",
                                             "TITLE:",   "URL", "ROLE:", "NOTE:", "UID:",  "REV:", "END:"};
  std::string lines;
  for (std::size_t i = 0; i < card.size(); ++i) {
    const bool written = card.substr(i, 2) == "\\n";
    if (card[i] != ' ' && !written) {
      lines.push_back(card[i]);
      continue;
    }
    if (written) ++i;
    const std::string_view rest = card.substr(i + 1);
    const bool starts = std::any_of(std::begin(properties), std::end(properties),
                                    [&](std::string_view each) { return starts_with_word(rest, each); });
    lines.push_back(written || starts ? '\n' : ' ');
  }
  return lines;
}

std::string vcard_text(std::string_view card, std::string_view name) {
  std::string lines;
  if (vcard_fault(card).cause == "one-line") card = lines = in_lines(trimmed(card));
  std::string value;
  bool inside = false, done = false;
  each_line(trimmed(card), [&](const Line& line) {
    if (inside && line.continues) {
      value += line.text;
      return;
    }
    done = done || inside;
    inside = !done && is_named(line, name);
    if (inside) value = line.text.substr(line.text.find(':') + 1);
  });
  std::string plain;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      plain.push_back(value[i]);
      continue;
    }
    const char c = value[++i];
    plain.push_back(c == 'n' || c == 'N' ? '\n' : c);
  }
  return std::string(trimmed(plain));
}

}  // namespace metadata
}  // namespace assay
