// A message is a template of the rule with the finding's arguments put in.
#include <assay/profile.hpp>
#include <assay/render.hpp>

namespace assay {
namespace {

// "{name}" becomes the argument's value; a name that is no argument stays, so that nobody overlooks it.
std::string fill(std::string_view text, const Finding& finding) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return out.append(text.substr(at));
    out.append(text.substr(at, open - at));
    const std::string_view wanted = text.substr(open + 1, close - open - 1);
    bool found = false;
    for (const auto& [name, value] : finding.arguments) {
      if (name != wanted) continue;
      out += value;
      found = true;
      break;
    }
    if (!found) out.append(text.substr(open, close - open + 1));
    at = close + 1;
  }
  return out;
}

}  // namespace

std::string message_of(const Report& report, const Finding& finding, std::string_view) {
  return fill(report.profile->rules[finding.rule].message, finding);
}
std::string fix_of(const Report& report, const Finding& finding, std::string_view) {
  return fill(report.profile->rules[finding.rule].fix, finding);
}

}  // namespace assay
