#include "messages/phrases.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "messages/catalogue.hpp"
#include "text/message_format.hpp"

namespace assay::messages {
namespace {

constexpr std::string_view group = "phrase.";

struct Phrase {
  std::string_view key, english;
  std::size_t letters = 0;  // outside the placeholders
};

// The next placeholder at or after a place; the end when there is none.
std::size_t next_placeholder(std::string_view pattern, std::size_t at) {
  for (at = pattern.find('{', at); at != std::string_view::npos; at = pattern.find('{', at + 1))
    if (text::end_of_placeholder(pattern, at) > at) return at;
  return pattern.size();
}

std::size_t letters_of(std::string_view pattern) {
  std::size_t count = 0;
  for (std::size_t at = 0;;) {
    const std::size_t open = next_placeholder(pattern, at);
    count += open - at;
    if (open == pattern.size()) return count;
    at = text::end_of_placeholder(pattern, open) + 1;
  }
}

// The form that says most comes first.
const std::vector<Phrase>& phrases() {
  static const auto all = [] {
    std::vector<Phrase> found;
    const Catalogue& english = *catalogue("en");
    for (std::uint32_t i = 0; i < english.size(); ++i)
      if (const Entry each = english.entry(i); each.key.starts_with(group))
        found.push_back({each.key, each.text, letters_of(each.text)});
    std::sort(found.begin(), found.end(), [](const Phrase& a, const Phrase& b) {
      return a.letters != b.letters ? a.letters > b.letters : a.key < b.key;
    });
    return found;
  }();
  return all;
}

}  // namespace

std::optional<std::vector<std::pair<std::string_view, std::string_view>>> matched(std::string_view pattern,
                                                                                  std::string_view text) {
  std::vector<std::pair<std::string_view, std::string_view>> values;
  for (std::size_t at = 0;;) {
    const std::size_t open = next_placeholder(pattern, at);
    const std::string_view literal = pattern.substr(at, open - at);
    if (open == pattern.size()) return literal == text ? std::optional(values) : std::nullopt;
    if (!text.starts_with(literal)) return std::nullopt;
    text.remove_prefix(literal.size());
    at = text::end_of_placeholder(pattern, open) + 1;
    const std::size_t following = next_placeholder(pattern, at);
    const std::string_view next = pattern.substr(at, following - at);
    // The last literal stands at the end; the others where they are first seen.
    if (following == pattern.size() && !text.ends_with(next)) return std::nullopt;
    const std::size_t end = following == pattern.size() ? text.size() - next.size() : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    values.emplace_back(pattern.substr(open + 1, at - open - 2), text.substr(0, end));
    text.remove_prefix(end);
  }
}

bool holds_words(std::string_view argument) {
  constexpr std::array<std::string_view, 14> names = {"advice",      "allowed", "cause", "expected", "format",
                                                      "explanation", "guess",   "kind",  "known",    "own_kind",
                                                      "problem",     "unit",    "what",  "why"};
  return std::find(names.begin(), names.end(), argument) != names.end();
}

std::optional<Worded> phrase_of(std::string_view english) {
  if (english.empty()) return std::nullopt;
  for (const Phrase& phrase : phrases()) {
    if (phrase.letters > english.size()) continue;
    const auto values = matched(phrase.english, english);
    if (!values) continue;
    Worded words{std::string(phrase.key), std::string(phrase.english), {}};
    for (const auto& [name, value] : *values) words.values.push_back({name, value});
    return words;
  }
  return std::nullopt;
}

std::optional<Worded> worded(std::string_view argument, std::string_view value) {
  // The place of a whole JSON document has no pointer; other places are not words.
  if (!holds_words(argument) && !(argument == "element" && value == "the top")) return std::nullopt;
  if (argument == "format")
    return has_words(value) ? std::optional(Worded{named_key(Named::title, value), std::string(value), {}})
                            : std::nullopt;
  if (argument == "unit") return Worded{"unit." + std::string(value), std::string(value), {}};
  // A cause is an id in every report, so it has words of its own in English too.
  std::string key = std::string(argument) + "." + std::string(value);
  if (const auto own = text_of("en", key).text; !own.empty()) return Worded{std::move(key), std::string(own), {}};
  return phrase_of(value);
}

std::string said(std::string_view language, const Worded& words) {
  std::vector<std::string> kept;
  kept.reserve(words.values.size());
  std::vector<Argument> arguments;
  for (const auto& [name, value] : words.values) {
    const auto inner = worded(name, value);
    kept.push_back(inner ? said(language, *inner) : std::string(value));
    arguments.push_back({name, kept.back()});
  }
  const Said own = text_of(language, words.key, words.english);
  return text::format_message(own.text, arguments, own.tag);
}

std::string translated(std::string_view language, std::string_view english) {
  const auto words = language == "en" ? std::nullopt : phrase_of(english);
  return words ? said(language, *words) : std::string(english);
}

}  // namespace assay::messages
