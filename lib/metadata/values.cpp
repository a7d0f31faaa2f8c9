// Small questions about the values of a record.
#include <assay/record.hpp>

namespace assay {
namespace {

bool digits(std::string_view text) {
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return !text.empty();
}

int number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = 10 * value + (c - '0');
  return value;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

bool day_exists(std::string_view date) {
  if (date.size() < 10 || date[4] != '-' || date[7] != '-' || (date.size() > 10 && date[10] != 'T')) return true;
  if (!digits(date.substr(0, 4)) || !digits(date.substr(5, 2)) || !digits(date.substr(8, 2))) return true;
  const int year = number(date.substr(0, 4)), month = number(date.substr(5, 2)), day = number(date.substr(8, 2));
  if (month < 1 || month > 12 || day < 1 || day > 31) return true;  // no form of a date: another rule's
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool is_local_address(std::string_view address) {
  const auto is = [&](std::size_t at, char wanted) { return lower(address[at]) == wanted; };
  const bool scheme = address.size() > 4 && is(0, 'f') && is(1, 'i') && is(2, 'l') && is(3, 'e') && address[4] == ':';
  const bool escaped = address.size() > 4 && address[1] == '%' && address[2] == '3' && is(3, 'a');  // "C%3A/"
  const std::size_t behind = escaped ? 4 : 2;
  const bool drive = address.size() > behind && lower(address[0]) >= 'a' && lower(address[0]) <= 'z' &&
                     (escaped || address[1] == ':') && (address[behind] == '\\' || address[behind] == '/');
  return scheme || drive || address.starts_with("\\\\");
}

bool describes_restrictions(std::string_view text) {
  constexpr std::string_view marks[] = {"\u00A9", "(c)",   "opyright", "OPYRIGHT",          "icen",
                                        "ICEN",   "CC BY", "CC-BY",    "ll rights reserved"};
  for (std::string_view mark : marks)
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

bool is_list_of_keywords(std::string_view text) {
  constexpr std::string_view separators[] = {",", ";", "\u3001", "\uFF0C", "\uFF1B"};
  int count = 0;
  for (std::string_view separator : separators)
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, at + 1))
      ++count;
  return count >= 2;
}

// "7-9", "18-", "7 - 9"; everything else is words.
AgeRange age_range(std::string_view text) {
  int ages[2] = {0, 0}, size[2] = {0, 0}, part = 0;
  for (const char c : text) {
    if (c == '-' && part == 0 && size[0]) {
      part = 1;
    } else if (c >= '0' && c <= '9' && size[part] < 3) {
      ages[part] = 10 * ages[part] + (c - '0');
      ++size[part];
    } else if (c != ' ') {
      return AgeRange::words;
    }
  }
  if (part != 1 || !size[1]) return AgeRange::words;
  return ages[0] > ages[1] ? AgeRange::reversed : AgeRange::forwards;
}

std::string_view beginning(std::string_view text) {
  constexpr std::size_t most = 60;
  if (text.size() <= most) return text;
  std::size_t size = most;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

bool is_misspelt_lom(std::string_view source) {
  if (source == "LOMv1.0" || source.size() > 24) return false;
  char letters[24];
  std::size_t size = 0;
  for (const char c : source)
    if ((lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9')) letters[size++] = lower(c);
  for (std::string_view meant :
       {"lom", "lom1", "lom10", "lomv1", "lomv10", "lomversion1", "lomversion10", "lomvl0", "ieeelom", "ieeelomv10"})
    if (std::string_view(letters, size) == meant) return true;
  return false;
}

}  // namespace assay
