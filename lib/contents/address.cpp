#include "contents/scan.hpp"

namespace assay::contents {

std::size_t find_folded(std::string_view text, std::string_view wanted, std::size_t from) {
  const char first = wanted[0], capital = static_cast<char>(wanted[0] - 32);
  for (std::size_t at = from; at + wanted.size() <= text.size(); ++at)
    if ((text[at] == first || text[at] == capital) && starts(text.substr(at), wanted)) return at;
  return npos;
}

std::string_view trimmed_address(std::string_view text) {
  while (!text.empty() && (space(text.front()) || static_cast<unsigned char>(text.front()) < 0x20))
    text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

bool insecure(std::string_view address) { return starts(trimmed_address(address), "http://"); }

bool climbs_out(std::string_view path, std::size_t folders) {
  // A dot may be written %2e, a separator \ or %2f or %5c.
  auto depth = static_cast<std::int64_t>(folders);
  std::size_t dots = 0, length = 0;
  const auto leaves = [&] {
    const bool up = length == 2 && dots == 2, here = length == 1 && dots == 1;
    depth += up ? -1 : length > 0 && !here ? 1 : 0;
    dots = length = 0;
    return depth < 0;
  };
  for (std::size_t i = 0; i < path.size(); ++i) {
    char c = path[i];
    if (c == '%' && i + 2 < path.size()) {
      const char second = lower(path[i + 2]);
      const char decoded = path[i + 1] == '2' && second == 'e'   ? '.'
                           : path[i + 1] == '2' && second == 'f' ? '/'
                           : path[i + 1] == '5' && second == 'c' ? '\\'
                                                                 : '\0';
      if (decoded) {
        c = decoded;
        i += 2;
      }
    }
    if (c != '/' && c != '\\') {
      dots += c == '.' ? 1 : 0;
      ++length;
    } else if (leaves()) {
      return true;
    }
  }
  return leaves();
}

std::string host_of(std::string_view address) {
  address = trimmed_address(address);
  if (starts(address, "https://"))
    address.remove_prefix(8);
  else if (starts(address, "http://"))
    address.remove_prefix(7);
  else if (address.starts_with("//"))
    address.remove_prefix(2);
  else
    return {};
  address = address.substr(0, address.find_first_of("/?#\\\"'<> "));
  if (const std::size_t at = address.rfind('@'); at != npos) address.remove_prefix(at + 1);
  address = address.substr(0, 253);
  std::string host;
  // A template mark ("{{host}}", "${base}") names nobody.
  for (const char c : address) {
    if (!word_character(c) && c != '.' && c != '-' && c != ':' && c != '[' && c != ']') return {};
    if (c == '$') return {};
    host.push_back(lower(c));
  }
  return host.find_first_of(".:") == npos && host != "localhost" ? std::string() : host;
}

}  // namespace assay::contents
