#include "known_words.hpp"

#include <algorithm>
#include <array>

#include "messages/phrases.hpp"

using namespace assay;

namespace {

// Reasons that other libraries give stand in them as they are.
bool quotes_others(std::string_view key) { return key == "phrase.problem.json-schema"; }

// Two letters beside each other, outside of quotation marks: a name, a number or a sign needs no translation.
bool has_letters(std::string_view text) {
  bool inside = false;
  int letters = 0;
  for (const char c : text) {
    if (c == '"') inside = !inside;
    letters = !inside && c >= 'a' && c <= 'z' ? letters + 1 : 0;
    if (letters == 2) return true;
  }
  return false;
}

std::string unknown_in(const messages::Worded& words) {
  for (const auto& [name, value] : words.values) {
    if (!messages::holds_words(name)) continue;
    if (const auto inner = messages::worded(name, value)) {
      if (std::string unknown = unknown_in(*inner); !unknown.empty()) return unknown;
    } else if (has_letters(value) && !quotes_others(words.key)) {
      return std::string(value);
    }
  }
  return {};
}

}  // namespace

std::string unknown_words(std::string_view english) {
  if (english.empty()) return {};
  const auto words = messages::phrase_of(english);
  return words ? unknown_in(*words) : std::string(english);
}

std::string unknown_words(const Problem& problem) {
  const std::string message = unknown_words(std::string_view(problem.message));
  return message.empty() ? unknown_words(std::string_view(problem.advice)) : message;
}
