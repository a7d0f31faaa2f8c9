#include "report/common.hpp"

#include <assay/profile.hpp>

#include "report/width.hpp"
#include "text/unicode.hpp"

#ifndef ASSAY_VERSION
#define ASSAY_VERSION "0.0.0"
#endif

namespace assay::report {
namespace {

constexpr std::size_t most_value = 160;  // code points of one argument

}  // namespace

std::string_view tool_version() { return ASSAY_VERSION; }

bool fails(const Finding& finding, Severity from) {
  return !finding.waived && finding.severity >= from && finding.novelty != Novelty::unchanged;
}

std::string defect_id(const Report& report, const Finding& finding) {
  std::string id = report.profile->rules[finding.rule].id;
  if (!finding.cause.empty()) id += ":" + finding.cause;
  return id;
}

std::string verdict_in_words(const Report& report) {
  constexpr const char* words[] = {"conforms", "not all could be judged", "does not conform", "cannot be read",
                                   "refused"};
  const bool recognised = report.verdict == Verdict::unreadable && !report.format.id.empty() && report.problems.empty();
  return recognised ? "cannot be judged yet" : words[static_cast<int>(report.verdict)];
}

std::string shown_input(const Report& report) {
  return report.input_path == "-" ? "standard input" : text::visible(report.input_path);
}

std::string why_not_judged(const Report& report) {
  if (!report.problems.empty()) return {};
  if (report.format.id.empty())
    return "This is no course package that assay knows." +
           (report.format.guess.empty() ? "" : " It looks like " + text::visible(report.format.guess) + ".");
  if (report.verdict == Verdict::unreadable)
    return "assay recognises " + report.format.title + ", but has no profile for it yet.";
  return {};
}

std::string shown_place(const Location& location) {
  std::string place = text::visible(location.file);
  if (location.line) place += ":" + std::to_string(location.line) + ":" + std::to_string(location.column);
  return place;
}

Finding with_short_values(const Finding& finding) {
  Finding out = finding;
  for (auto& [name, value] : out.arguments)
    if (const std::size_t end = prefix_bytes(value, most_value); end < value.size()) value = value.substr(0, end) + "…";
  return out;
}

std::string waiver_in_words(const Finding& finding) {
  if (!finding.waiver) return {};
  const Waiver& waiver = *finding.waiver;
  return (waiver.expired ? "the waiver of " + waiver.owner + " expired on " : "waived by " + waiver.owner + " until ") +
         waiver.expires + ": " + waiver.reason;
}

std::string blocked_rules(const Report& report, std::size_t most) {
  std::size_t count = 0;
  std::string names;
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    if (report.outcomes[i].outcome != Outcome::blocked || ++count > most) continue;
    names += (names.empty() ? "" : ", ") + report.profile->rules[i].id;
  }
  if (count > most) names += " and " + std::to_string(count - most) + " more";
  return names;
}

std::string plural(std::uint64_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

Target target_of(const Report& report, std::string_view file) {
  if (report.input_kind == "zip") return {report.input_path, std::string(file)};
  if (report.input_kind != "directory" || file.empty()) return {report.input_path, {}};
  const bool slash = report.input_path.ends_with('/');
  return {report.input_path + (slash ? "" : "/") + std::string(file), {}};
}

}  // namespace assay::report
