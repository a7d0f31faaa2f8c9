#include "language/identity.hpp"

#include <algorithm>
#include <array>

namespace assay::language {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool chinese(std::string_view id) {
  constexpr std::array<int, 17> weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  const int year = number(id.substr(6, 4)), month = number(id.substr(10, 2)), day = number(id.substr(12, 2));
  const int province = number(id.substr(0, 2));
  if (year < 1900 || year > 2030 || month < 1 || month > 12 || day < 1 || day > 31 || province < 11 || province > 65)
    return false;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (id[i] - '0') * weights[i];
  return "10X98765432"[sum % 11] == (id[17] == 'x' ? 'X' : id[17]);
}

bool thai(std::string_view id) {
  if (id[0] == '0' || id[0] == '9') return false;
  // Milliseconds between 2001 and 2040 have thirteen digits, too.
  const std::string_view millions = id.substr(0, 7);
  if (number(millions) >= 978307 && number(millions) <= 2209000) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += (id[i] - '0') * static_cast<int>(13 - i);
  return (11 - sum % 11) % 10 == id[12] - '0' && id.find_first_not_of(id[0]) != std::string_view::npos;
}

std::string masked(std::string_view text) {
  std::string out(text.substr(0, 3));
  out.append(text.size() > 5 ? text.size() - 5 : 0, '*');
  if (text.size() > 5) out.append(text.substr(text.size() - 2));
  return out;
}

bool example(std::string_view address) {
  const std::string_view domain = address.substr(address.find('@') + 1);
  for (const std::string_view each :
       {"example.com", "example.org", "example.net", "example.edu", ".example", ".test", ".invalid", "localhost",
        "adlnet.gov", "xapi.com", "test.com", "email.com", "mail.com"})
    if (domain.ends_with(each)) return true;
  return domain.find("example") != std::string_view::npos || domain.find('.') == std::string_view::npos;
}

}  // namespace

std::optional<Defect> examine_identity(std::string_view text) {
  for (std::size_t at = text.find_first_of("123456789"); at < text.size(); at = text.find_first_of("123456789", at)) {
    std::size_t end = at;
    while (end < text.size() && digit(text[end])) ++end;
    const std::size_t size = end - at;
    const char before = at > 0 ? text[at - 1] : ' ', after = end < text.size() ? text[end] : ' ';
    const auto word = [](char c) {
      return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.';
    };
    const bool with_x = size == 17 && (after == 'X' || after == 'x');
    const std::string_view id = text.substr(at, with_x ? 18 : size);
    const char behind = with_x && end + 1 < text.size() ? text[end + 1] : with_x ? ' ' : after;
    if (!word(before) && !word(behind) && ((id.size() == 18 && chinese(id)) || (size == 13 && thai(id))))
      return Defect{TextDefect::identity_number, 1, 0.9, masked(id), {}, {}};
    at = std::max(end, at + 1);
  }
  return std::nullopt;
}

std::optional<Defect> examine_mailbox(std::string_view json) {
  for (std::size_t at = json.find("\"mbox\""); at != std::string_view::npos; at = json.find("\"mbox\"", at + 6)) {
    const std::string_view rest = json.substr(at + 6, 200);
    const std::size_t start = rest.find("mailto:");
    if (start == std::string_view::npos || start > 8) continue;
    const std::string_view address = rest.substr(start + 7, rest.find('"', start) - start - 7);
    if (address.find('@') != std::string_view::npos && !example(address))
      return Defect{TextDefect::mailbox, 1, 0.9, masked(address), {}, {}};
  }
  return std::nullopt;
}

}  // namespace assay::language
