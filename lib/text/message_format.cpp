#include "text/message_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

namespace assay::text {
namespace {

const std::string_view* find(std::span<const Argument> arguments, std::string_view name) {
  for (const Argument& argument : arguments)
    if (argument.name == name) return &argument.value;
  return nullptr;
}

std::string fill(std::string_view text, std::span<const Argument> arguments) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    if (open == std::string_view::npos) return out.append(text.substr(at));
    out.append(text.substr(at, open - at));
    const std::size_t close = end_of_placeholder(text, open);
    const auto* value = find(arguments, text.substr(open + 1, close - open - 1));
    out.append(value ? *value : text.substr(open, close - open + 1));
    at = close + 1;
  }
  return out;
}

icu::UnicodeString utf16(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

// A number where the pattern wants one; ICU formats it in the digits of the language.
icu::Formattable value_of(std::string_view value, bool typed) {
  std::int64_t number = 0;
  const auto end = std::from_chars(value.data(), value.data() + value.size(), number);
  if (typed && end.ec == std::errc() && end.ptr == value.data() + value.size()) return icu::Formattable(number);
  return icu::Formattable(utf16(value));
}

// By ICU's own name of it: reading "…-u-nu-latn" costs half as much as judging a small package.
icu::Locale locale_of(std::string_view language) {
  std::string name(language);
  std::replace(name.begin(), name.end(), '-', '_');
  return icu::Locale((name + "@numbers=latn").c_str());
}

struct Use {
  std::string name;
  bool typed = false;
};

std::vector<Use> uses_of(const icu::MessagePattern& pattern) {
  std::vector<Use> uses;
  for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
    const auto& part = pattern.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
    std::string name;
    pattern.getSubstring(pattern.getPart(i + 1)).toUTF8String(name);
    const bool typed = part.getArgType() != UMSGPAT_ARG_TYPE_NONE && part.getArgType() != UMSGPAT_ARG_TYPE_SELECT;
    const auto known = std::find_if(uses.begin(), uses.end(), [&](const Use& use) { return use.name == name; });
    if (known == uses.end())
      uses.push_back({std::move(name), typed});
    else
      known->typed = known->typed || typed;
  }
  return uses;
}

// A style of ours: "{bytes, size}" is a number of bytes in the unit that people read.
constexpr std::string_view size_style = ", size}";

std::string without_sizes(std::string_view pattern, std::string_view instead) {
  std::string out(pattern);
  for (std::size_t at = out.find(size_style); at != std::string::npos; at = out.find(size_style, at))
    out.replace(at, size_style.size(), instead);
  return out;
}

struct Size {
  std::string name;
  double value = 0;
};

// Puts a number that ICU formats, and the unit, in the place of each size.
std::string with_sizes(std::string_view pattern, std::span<const Argument> arguments, std::vector<Size>& sizes) {
  std::string out(pattern);
  for (std::size_t at = out.find(size_style); at != std::string::npos; at = out.find(size_style, at)) {
    const std::size_t open = out.rfind('{', at);
    if (open == std::string::npos) break;
    const std::string name = out.substr(open + 1, at - open - 1);
    const auto* value = find(arguments, name);
    std::uint64_t bytes = 0;
    const auto end = value ? std::from_chars(value->data(), value->data() + value->size(), bytes)
                           : std::from_chars_result{nullptr, std::errc::invalid_argument};
    if (end.ec != std::errc() || end.ptr != value->data() + value->size()) {
      out.replace(at, size_style.size(), "}");
      continue;
    }
    constexpr std::array units = {"B", "KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    double shown = static_cast<double>(bytes);
    for (; shown >= 1024 && unit + 1 < units.size(); ++unit) shown /= 1024;
    sizes.push_back({name + "_size", shown});
    out.replace(open, at + size_style.size() - open,
                "{" + name + (unit == 0 ? "_size, number,#,##0} " : "_size, number,#,##0.#} ") + units[unit]);
  }
  return out;
}

}  // namespace

std::size_t end_of_placeholder(std::string_view text, std::size_t open) {
  std::size_t end = open + 1;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  while (end < text.size() && is_letter(text[end])) ++end;
  return end < text.size() && text[end] == '}' && end > open + 1 ? end : open;
}

bool has_forms(std::string_view pattern) {
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
    const std::size_t end = pattern.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", open + 1);
    if (end != std::string_view::npos && pattern[end] == ',' && end > open + 1) return true;
  }
  return false;
}

std::string format_message(std::string_view pattern, std::span<const Argument> arguments, std::string_view language) {
  if (!has_forms(pattern)) return fill(pattern, arguments);
  UErrorCode error = U_ZERO_ERROR;
  std::vector<Size> sizes;
  const std::string sized = with_sizes(pattern, arguments, sizes);
  const icu::MessagePattern parsed(utf16(sized), nullptr, error);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const Use& use : U_SUCCESS(error) ? uses_of(parsed) : std::vector<Use>())
    if (const auto* value = find(arguments, use.name)) {
      names.push_back(utf16(use.name));
      values.push_back(value_of(*value, use.typed));
    }
  for (const Size& size : sizes) {
    names.push_back(utf16(size.name));
    values.emplace_back(size.value);
  }
  // Digits are those of the line numbers, sizes and ids around them, in every language.
  const icu::MessageFormat format(utf16(sized), locale_of(language), error);
  icu::UnicodeString made;
  format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), made, error);
  if (U_FAILURE(error)) return fill(pattern, arguments);
  std::string out;
  made.toUTF8String(out);
  return out;
}

std::string size_in_words(std::uint64_t bytes) {
  const std::string number = std::to_string(bytes);
  const Argument argument{"bytes", number};
  return format_message("{bytes, size}", {&argument, 1}, "en");
}

std::string in_general(std::string_view pattern) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const std::size_t end = pattern[at] == '{' ? pattern.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 1) : at;
    if (end == at || end == std::string_view::npos || pattern[end] != ',') {
      out.push_back(pattern[at]);
      continue;
    }
    const std::string name(pattern.substr(at + 1, end - at - 1));
    const auto closing = [&](std::size_t open) {
      for (int depth = 1; depth > 0 && ++open < pattern.size();)
        depth += pattern[open] == '{' ? 1 : pattern[open] == '}' ? -1 : 0;
      return open;
    };
    const std::size_t close = closing(at), other = pattern.find("other {", end);
    std::string form = "#";
    if (other < close) form = in_general(pattern.substr(other + 7, closing(other + 6) - other - 7));
    for (const char c : form) c == '#' ? out.append("{" + name + "}") : out.append(1, c);
    at = close;
  }
  return out;
}

std::vector<std::string> placeholders(std::string_view pattern) {
  std::vector<std::string> names;
  if (has_forms(pattern)) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::MessagePattern parsed(utf16(without_sizes(pattern, "}")), nullptr, error);
    if (U_SUCCESS(error))
      for (Use& use : uses_of(parsed)) names.push_back(std::move(use.name));
  } else {
    for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1))
      if (const std::size_t close = end_of_placeholder(pattern, open); close > open)
        names.emplace_back(pattern.substr(open + 1, close - open - 1));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string pattern_trouble(std::string_view pattern, std::string_view language) {
  if (!has_forms(pattern)) return {};
  UErrorCode error = U_ZERO_ERROR;
  UParseError where{};
  const auto locale = icu::Locale::forLanguageTag({language.data(), static_cast<std::int32_t>(language.size())}, error);
  const icu::MessageFormat format(utf16(without_sizes(pattern, ", number}")), locale, where, error);
  return U_FAILURE(error) ? std::string(u_errorName(error)) + " at " + std::to_string(where.offset) : "";
}

}  // namespace assay::text
