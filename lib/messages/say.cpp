#include <assay/messages.hpp>

#include "messages/catalogue.hpp"
#include "messages/phrases.hpp"
#include "text/message_format.hpp"

namespace assay {

std::string filled(std::string_view language, std::string_view pattern, std::span<const Argument> arguments) {
  std::vector<std::string> kept;
  kept.reserve(arguments.size());
  std::vector<Argument> all(arguments.begin(), arguments.end());
  for (Argument& argument : all) {
    const auto words = messages::worded(argument.name, argument.value);
    if (!words) continue;
    kept.push_back(messages::said(language, *words));
    argument.value = kept.back();
  }
  return text::format_message(pattern, all, language);
}

std::string say(std::string_view language, std::string_view key, std::initializer_list<Argument> arguments) {
  const messages::Said own = messages::text_of(language, key);
  if (own.text.empty()) return std::string(key);  // a key that nobody wrote shows itself
  return filled(own.tag, own.text, {arguments.begin(), arguments.size()});
}

std::string in_language(std::string_view language, std::string_view english) {
  return messages::translated(language, english);
}

Problem in_language(std::string_view language, Problem problem) {
  problem.message = messages::translated(language, problem.message);
  problem.advice = messages::translated(language, problem.advice);
  return problem;
}

}  // namespace assay
