#include "text/escape.hpp"

#include "text/unicode.hpp"

namespace assay::text {

std::string xml_escaped(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  std::string repaired;
  if (!is_valid_utf8(value)) value = repaired = visible(value);
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\t' || c == '\n' || c == '\r')
      out += c == '\t' ? "&#9;" : c == '\n' ? "&#10;" : "&#13;";
    else if (byte < 0x20)
      out += visible(value.substr(i, 1));
    else if (const auto three = value.substr(i, 3); three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
      out += three.back() == '\xBE' ? "\\u{FFFE}" : "\\u{FFFF}";
      i += 2;
    } else if (const std::uint32_t hidden = byte == 0x7F ? byte : hidden_character(value.substr(i))) {
      out += "&#" + std::to_string(hidden) + ";";
      i += hidden < 0x80 ? 0 : hidden < 0x800 ? 1 : 2;
    } else
      out.push_back(c);
  }
  return out;
}

std::string uri_path(std::string_view path) {
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr char hex[] = "0123456789ABCDEF";
  std::string out = path.starts_with("//") ? "/." : "";  // two slashes would start a host name
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != std::string_view::npos)
      out.push_back(c);
    else
      out.append({'%', hex[byte >> 4], hex[byte & 15]});
  }
  return out;
}

std::string log_safe(std::string lines) {
  std::string out;
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t end = lines.find('\n', at);
    end = end == std::string::npos ? lines.size() : end + 1;
    const std::size_t first = lines.find_first_not_of(" ", at);
    if (first < end && lines.compare(first, 2, "::") == 0) lines[first] = '\x01';
    at = end;
  }
  const auto opens_command = [&](std::size_t at) {  // "##", letters, "["
    if (lines.compare(at, 2, "##") != 0) return false;
    for (at += 2; at < lines.size() && lines[at] >= 'a' && lines[at] <= 'z';) ++at;
    return at < lines.size() && lines[at] == '[';
  };
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at] == '\x01')
      out += "\\x3A";
    else if (lines[at] == '#' && opens_command(at))
      out += "\\x23";
    else
      out.push_back(lines[at]);
  }
  return out;
}

}  // namespace assay::text
