// Data that a player shows: strings of scripts and JSON, text of XML, plain text. Only what looks like prose counts, so
// that keys and addresses do not decide which language a course is in.
#include <algorithm>

#include "language/identity.hpp"
#include "pages/contents.hpp"

namespace assay::pages_detail {
namespace {

bool hex(std::string_view text, std::uint32_t& value) {
  value = 0;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return false;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return !text.empty();
}

void append_utf8(std::string& out, std::uint32_t c) {
  if (c >= 0xD800 && c <= 0xDFFF) return;  // halves of a pair: letters of scripts that matter here are not among them
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0 | (c >> 6)));
    out.push_back(static_cast<char>(0x80 | (c & 63)));
  } else {
    out.push_back(static_cast<char>(0xE0 | (c >> 12)));
    out.push_back(static_cast<char>(0x80 | ((c >> 6) & 63)));
    out.push_back(static_cast<char>(0x80 | (c & 63)));
  }
}

// Beyond ASCII, or several words.
bool is_prose(std::string_view text) {
  const auto spaces = std::count(text.begin(), text.end(), ' ');
  return spaces >= 3 || std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

// Mark-up inside a string is no text.
std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('<', at), text.size());
    out.append(text.substr(at, open - at));
    if (open == text.size()) break;
    const std::size_t close = text.find('>', open);
    if (close == std::string_view::npos) break;
    out.push_back(' ');
    at = close + 1;
  }
  return out;
}

class Strings {
 public:
  Strings(std::string_view text, const text::LineIndex& positions, Sink& sink)
      : text_(text), positions_(positions), sink_(sink) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const char c = text_[at];
      if (c == '/' && at + 1 < text_.size() && text_[at + 1] == '/' && (at == 0 || text_[at - 1] != ':'))
        at = std::min(text_.find('\n', at), text_.size());
      else if (c == '/' && at + 1 < text_.size() && text_[at + 1] == '*')
        at = behind(text_.find("*/", at + 2));
      else if (c == '"' || c == '\'' || c == '`')
        at = string(at, c);
      else
        ++at;
    }
  }

 private:
  [[nodiscard]] std::size_t behind(std::size_t found) const {
    return found == std::string_view::npos ? text_.size() : found + 2;
  }

  std::size_t string(std::size_t start, char quote) {
    value_.clear();
    std::size_t at = start + 1;
    for (; at < text_.size() && text_[at] != quote; ++at) {
      if (text_[at] == '\n' && quote != '`') break;
      if (text_[at] != '\\' || at + 1 >= text_.size()) {
        value_.push_back(text_[at]);
        continue;
      }
      const char escape = text_[++at];
      std::uint32_t point = 0;
      if (escape == 'u' && hex(text_.substr(at + 1, 4), point) && at + 4 < text_.size()) {
        append_utf8(value_, point);
        at += 4;
      } else {
        value_.push_back(escape == 'n' || escape == 't' || escape == 'r' ? ' ' : escape);
      }
    }
    if (is_prose(value_)) sink_.text(without_tags(value_), {}, positions_.position(start));
    return at + 1;
  }

  std::string_view text_;
  const text::LineIndex& positions_;
  Sink& sink_;
  std::string value_;
};

}  // namespace

void scan_data(std::string_view text, bool markup, const text::LineIndex& positions, Sink& sink) {
  Page& page = sink.page();
  page.non_ascii = std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  if (!markup && (page.kind == Page::Kind::script || page.file.ends_with(".json"))) {
    if (auto mailbox = language::examine_mailbox(text)) sink.sighting(std::move(*mailbox), {1, 1});
    Strings(text, positions, sink).run();
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(markup ? '<' : '\n', at), text.size());
    const std::string_view piece = text.substr(at, end - at);
    if (is_prose(piece)) sink.text(piece, {}, positions.position(at));
    if (!markup)
      at = end + 1;
    else if (text.compare(end, 4, "<!--") == 0)
      at = std::min(text.find("-->", end), text.size());
    else
      at = std::min(text.find('>', end), text.size() - 1) + 1;
  }
}

}  // namespace assay::pages_detail
