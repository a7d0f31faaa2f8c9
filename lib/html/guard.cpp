#include "html/guard.hpp"

#include <algorithm>
#include <array>

#include "limits.hpp"

namespace assay::html {
namespace {

// Elements that nest only through others, or not at all: their tags say nothing about depth.
constexpr std::array<std::string_view, 44> shallow = {
    "area",  "base", "br",    "caption", "col",    "colgroup", "dd",   "dt",     "embed",    "hr",    "html",
    "image", "img",  "input", "keygen",  "li",     "link",     "meta", "option", "optgroup", "p",     "param",
    "rb",    "rp",   "rt",    "rtc",     "source", "tbody",    "td",   "tfoot",  "th",       "thead", "tr",
    "track", "wbr",  "body",  "head",    "path",   "use",      "stop", "rect",   "circle",   "line",  "title"};

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/'; }

std::string lower_name(std::string_view text, std::size_t at) {
  std::string name;
  while (at < text.size() && name.size() < 32 && !space(text[at]) && text[at] != '>')
    name.push_back(text[at] >= 'A' && text[at] <= 'Z' ? static_cast<char>(text[at++] + 32) : text[at++]);
  return name;
}

// From behind the name to behind the ">"; counts attributes.
std::size_t skip_tag(std::string_view text, std::size_t at, std::uint64_t& attributes, bool& self_closing) {
  bool between = true;
  while (at < text.size() && text[at] != '>') {
    const char c = text[at];
    if (space(c)) {
      between = true;
    } else if (c == '=') {
      ++at;
      while (at < text.size() && space(text[at]) && text[at] != '/') ++at;
      if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
        at = std::min(text.find(text[at], at + 1), text.size() - 1);
        between = true;
      } else {
        while (at + 1 < text.size() && text[at] != '>' && text[at + 1] != '>' && !space(text[at + 1])) ++at;
        if (at < text.size() && text[at] == '>') break;
      }
    } else if (between) {
      ++attributes;
      between = false;
    }
    ++at;
  }
  self_closing = at > 0 && at < text.size() && text[at - 1] == '/';
  return std::min(at + 1, text.size());
}

std::size_t behind(std::string_view text, std::string_view mark, std::size_t at) {
  const std::size_t found = text.find(mark, at);
  return found == std::string_view::npos ? text.size() : found + mark.size();
}

// Raw text ends at its own end tag only.
std::size_t skip_raw(std::string_view text, std::string_view name, std::size_t at) {
  for (std::size_t end = text.find("</", at); end != std::string_view::npos; end = text.find("</", end + 2))
    if (lower_name(text, end + 2) == name) return end;
  return text.size();
}

}  // namespace

std::optional<Problem> too_costly(const std::string& file, std::string_view utf8, const Limits& limits) {
  std::uint64_t depth = 0, deepest = 0, tags = 0;
  for (std::size_t at = utf8.find('<'); at < utf8.size(); at = utf8.find('<', at)) {
    if (utf8.compare(at, 4, "<!--") == 0) {
      at = behind(utf8, "-->", at + 4);
      continue;
    }
    const bool closing = at + 1 < utf8.size() && utf8[at + 1] == '/';
    const std::size_t name_at = at + (closing ? 2 : 1);
    if (name_at >= utf8.size() || !letter(utf8[name_at])) {
      ++at;
      continue;
    }
    const std::string name = lower_name(utf8, name_at);
    std::uint64_t attributes = 0;
    bool self_closing = false;
    at = skip_tag(utf8, name_at + name.size(), attributes, self_closing);
    ++tags;
    if (attributes > limits.xml_attributes)
      return over_limit(limits, &Limits::xml_attributes, "A tag has too many attributes", file);
    if (std::find(shallow.begin(), shallow.end(), name) != shallow.end()) continue;
    if (closing) {
      depth -= depth > 0 ? 1 : 0;
    } else if (!self_closing) {
      deepest = std::max(deepest, ++depth);
      if (name == "script" || name == "style" || name == "textarea" || name == "xmp" || name == "iframe" ||
          name == "noembed" || name == "noframes")
        at = skip_raw(utf8, name, at);
    }
  }
  if (deepest > limits.html_depth)
    return over_limit(limits, &Limits::html_depth, "Elements are nested too deeply, or are not closed", file,
                      "Close the elements.");
  if (tags > limits.html_nodes) return over_limit(limits, &Limits::html_nodes, "The page has too many tags", file);
  return std::nullopt;
}

}  // namespace assay::html
