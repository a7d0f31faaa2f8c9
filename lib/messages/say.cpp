#include <assay/messages.hpp>

#include "messages/catalogue.hpp"
#include "messages/phrases.hpp"
#include "text/message_format.hpp"

namespace assay {

std::string fill(std::string_view language, std::string_view pattern, std::span<const Argument> arguments) {
  std::vector<std::string> kept;
  kept.reserve(arguments.size());
  std::vector<Argument> all(arguments.begin(), arguments.end());
  for (Argument& argument : all) {
    if (!messages::holds_words(argument.name)) continue;
    const auto cause = argument.name == "cause"
                           ? messages::text_of(language, "cause." + std::string(argument.value))
                           : std::string_view();
    kept.push_back(cause.empty() ? messages::translated(language, argument.value) : std::string(cause));
    argument.value = kept.back();
  }
  return text::format_message(pattern, all, language);
}

std::string say(std::string_view language, std::string_view key, std::initializer_list<Argument> arguments) {
  const std::string_view pattern = messages::text_of(language, key);
  if (pattern.empty()) return std::string(key);  // a key that nobody wrote shows itself
  return fill(language, pattern, {arguments.begin(), arguments.size()});
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
