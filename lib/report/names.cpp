// Words of the contract for the enumerations of a report.
#include <assay/report.hpp>

namespace assay {

std::string_view to_string(Outcome outcome) {
  constexpr std::string_view words[] = {"inapplicable", "passed", "blocked", "failed"};
  return words[static_cast<int>(outcome)];
}
std::string_view to_string(RequirementOutcome outcome) {
  constexpr std::string_view words[] = {"untested", "inapplicable", "passed", "cantTell", "failed"};
  return words[static_cast<int>(outcome)];
}
std::string_view to_string(Verdict verdict) {
  constexpr std::string_view words[] = {"conforms", "incomplete", "does-not-conform", "unreadable", "refused"};
  return words[static_cast<int>(verdict)];
}
std::string_view to_string(Novelty novelty) {
  constexpr std::string_view words[] = {"unknown", "unchanged", "new"};
  return words[static_cast<int>(novelty)];
}
std::string_view to_string(Severity severity) {
  constexpr std::string_view words[] = {"info", "warning", "error"};
  return words[static_cast<int>(severity)];
}

}  // namespace assay
