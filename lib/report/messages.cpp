// A message is a template of the rule, or its translation, with the finding's arguments put in.
#include <assay/messages.hpp>
#include <assay/profile.hpp>
#include <assay/render.hpp>

#include "messages/catalogue.hpp"

namespace assay {
namespace {

std::string said(const Report& report, const Finding& finding, std::string_view language, std::string_view part,
                 std::string Rule::*english) {
  const Rule& rule = report.profile->rules[finding.rule];
  std::vector<Argument> arguments;
  arguments.reserve(finding.arguments.size());
  for (const auto& [name, value] : finding.arguments) arguments.push_back({name, value});
  const messages::Said own = messages::text_of(language, messages::key_of(rule.id, part), rule.*english);
  return filled(own.tag, own.text, arguments);
}

}  // namespace

std::string message_of(const Report& report, const Finding& finding, std::string_view language) {
  return said(report, finding, language, "message", &Rule::message);
}
std::string fix_of(const Report& report, const Finding& finding, std::string_view language) {
  return said(report, finding, language, "fix", &Rule::fix);
}

}  // namespace assay
