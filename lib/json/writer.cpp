#include <array>
#include <charconv>
#include <cmath>

#include "json/document.hpp"
#include "text/unicode.hpp"

namespace assay::json {
namespace {

void newline(std::string& out, std::size_t depth) {
  out.push_back('\n');
  out.append(2 * depth, ' ');
}

void append_escape(std::string& out, std::uint32_t c) {
  constexpr char hex[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out.push_back(hex[c >> shift & 15]);
}

// Bytes at which a string cannot go on as it is, or may not.
constexpr auto escaped_or_starts_hidden = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  for (const unsigned char c : {0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2}) table[c] = true;
  return table;
}();

void append_string(std::string& out, std::string_view text) {
  std::string repaired;
  if (!text::is_valid_utf8(text)) {
    repaired = text::visible(text);
    text = repaired;
  }
  out.push_back('"');
  std::size_t kept = 0;  // where what stays as it is begins
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (!escaped_or_starts_hidden[c]) continue;
    const std::uint32_t hidden = c >= 0x80 ? text::hidden_character(text.substr(i)) : 0;
    if (c >= 0x80 && hidden == 0) continue;
    out.append(text.substr(kept, i - kept));
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(static_cast<char>(c));
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      append_escape(out, hidden ? hidden : c);
      if (hidden) i += hidden < 0x800 ? 1 : 2;
    }
    kept = i + 1;
  }
  out.append(text.substr(kept)).push_back('"');
}

}  // namespace

void Writer::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (counts_.empty()) return;
  if (counts_.back()++ > 0) out_->push_back(',');
  if (pretty_) newline(*out_, counts_.size());
}

Writer& Writer::begin_object() {
  separate();
  out_->push_back('{');
  counts_.push_back(0);
  return *this;
}
Writer& Writer::end_object() {
  const bool any = counts_.back() > 0;
  counts_.pop_back();
  if (pretty_ && any) newline(*out_, counts_.size());
  out_->push_back('}');
  return *this;
}
Writer& Writer::begin_array() {
  separate();
  out_->push_back('[');
  counts_.push_back(0);
  return *this;
}
Writer& Writer::end_array() {
  const bool any = counts_.back() > 0;
  counts_.pop_back();
  if (pretty_ && any) newline(*out_, counts_.size());
  out_->push_back(']');
  return *this;
}
Writer& Writer::key(std::string_view name) {
  separate();
  append_string(*out_, name);
  *out_ += pretty_ ? ": " : ":";
  after_key_ = true;
  return *this;
}
Writer& Writer::string(std::string_view text) {
  separate();
  append_string(*out_, text);
  return *this;
}
Writer& Writer::integer(std::int64_t value) {
  separate();
  *out_ += std::to_string(value);
  return *this;
}
Writer& Writer::unsigned_integer(std::uint64_t value) {
  separate();
  *out_ += std::to_string(value);
  return *this;
}
Writer& Writer::number(double value) {
  separate();
  if (!std::isfinite(value)) return *out_ += "null", *this;
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value);
  std::string_view digits(text, static_cast<std::size_t>(end.ptr - text));
  *out_ += digits;
  if (digits.find_first_of(".e") == std::string_view::npos) *out_ += ".0";
  return *this;
}
Writer& Writer::boolean(bool value) {
  separate();
  *out_ += value ? "true" : "false";
  return *this;
}
Writer& Writer::null() {
  separate();
  *out_ += "null";
  return *this;
}
Writer& Writer::raw(std::string_view json) {
  separate();
  *out_ += json;
  return *this;
}

}  // namespace assay::json
