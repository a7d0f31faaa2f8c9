#include "report/common.hpp"

#include <algorithm>

#include <assay/messages.hpp>
#include <assay/profile.hpp>

#include "messages/catalogue.hpp"
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

bool not_yet(const Report& report) {
  return report.verdict == Verdict::unreadable &&
         std::any_of(report.problems.begin(), report.problems.end(),
                     [](const Problem& problem) { return problem.code == "no-profile"; });
}

std::vector<std::uint64_t> left_out(const Report& report) {
  std::vector<std::uint64_t> counts(report.outcomes.size());
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = report.outcomes[i].findings;
  for (const Finding& finding : report.findings)
    if (std::uint64_t& count = counts[finding.rule]; count > 0) --count;
  return counts;
}

std::vector<bool> half_judged(const Report& report) {
  const std::vector<std::uint64_t> beyond = left_out(report);
  std::vector<bool> rules(beyond.size());
  for (std::size_t i = 0; i < rules.size(); ++i)
    rules[i] = beyond[i] > 0 || report.outcomes[i].outcome == Outcome::blocked;
  return rules;
}

bool ended_early(const Report& report) {
  return std::any_of(report.problems.begin(), report.problems.end(),
                     [](const Problem& problem) { return problem.code == "interrupted" || problem.code == "timeout"; });
}

std::string verdict_in_words(const Report& report, std::string_view language) {
  return say(language, "verdict." + std::string(not_yet(report) ? "not-yet" : to_string(report.verdict)));
}

std::string shown_input(const Report& report, std::string_view language) {
  return report.input_path == "-" ? say(language, "text.standard-input") : text::visible(report.input_path);
}

std::string format_title(const Report& report, std::string_view language) {
  return messages::named(language, messages::Named::title, report.format.title);
}

std::string name_for_line_start(std::string name) {
  const bool command = !name.empty() && std::string_view(":#=+-@|").find(name.front()) != std::string_view::npos;
  return command ? "./" + name : name;
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

std::string waiver_in_words(const Finding& finding, std::string_view language) {
  if (!finding.waiver) return {};
  const Waiver& waiver = *finding.waiver;
  return say(language, waiver.expired ? "text.waiver-expired" : "text.waived-by",
             {{"owner", waiver.owner}, {"date", waiver.expires}, {"reason", waiver.reason}});
}

std::string blocked_rules(const Report& report, std::size_t most, std::string_view language) {
  std::size_t count = 0;
  std::string names;
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    if (report.outcomes[i].outcome != Outcome::blocked || ++count > most) continue;
    names += (names.empty() ? "" : ", ") + report.profile->rules[i].id;
  }
  if (count <= most) return names;
  return say(language, "text.and-more", {{"list", names}, {"count", std::to_string(count - most)}});
}

Compared compared(const Report& report) {
  Compared counts;
  for (const Finding& finding : report.findings)
    ++(finding.novelty == Novelty::unchanged ? counts.unchanged : counts.fresh);
  return counts;
}

std::string compared_in_words(const Report& report, std::string_view language) {
  const Compared counts = compared(report);
  return say(language, "summary.compared",
             {{"fresh", std::to_string(counts.fresh)},
              {"unchanged", std::to_string(counts.unchanged)},
              {"gone", std::to_string(report.gone.size())}});
}

std::string counts_in_words(const Report& report, std::string_view language) {
  std::string words;
  const auto part = [&words](const std::string& text) { words += (words.empty() ? "" : ", ") + text; };
  for (const auto& [key, count] : {std::pair{"summary.error", report.counts.error},
                                   {"summary.warning", report.counts.warning},
                                   {"summary.info", report.counts.info},
                                   {"summary.waived", report.counts.waived}})
    if (count > 0) part(say(language, key, {{"count", std::to_string(count)}}));
  if (report.compared) part(compared_in_words(report, language));
  return words;
}

std::string summary_in_words(const Report& report, std::string_view language) {
  std::string words = counts_in_words(report, language);
  if (report.verdict >= Verdict::unreadable && !report.problems.empty())
    words += (words.empty() ? "" : " · ") + text::visible(in_language(language, {report.problems.front()})[0].message);
  return words;
}

std::string line_in_words(const Report& report, std::string_view language) {
  const std::string summary = summary_in_words(report, language);
  return name_for_line_start(shown_input(report, language)) + " · " + verdict_in_words(report, language) +
         (summary.empty() ? "" : " · " + summary);
}

std::string plural(std::uint64_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

std::string with_fix(std::string words, std::string_view fix, std::string_view language, char between) {
  if (!fix.empty()) words.append(1, between).append(say(language, "report.fix", {{"fix", fix}}));
  return words;
}

std::string incomplete_in_words(const Report& report, std::string_view language) {
  return say(language, "report.incomplete", {{"rules", blocked_rules(report, 20, language)}});
}

std::vector<Problem> in_language(std::string_view language, std::vector<Problem> problems) {
  for (Problem& problem : problems) problem = assay::in_language(language, std::move(problem));
  return problems;
}

Target target_of(const Report& report, std::string_view file) {
  if (report.input_kind == "zip") return {report.input_path, std::string(file)};
  if (report.input_kind != "directory" || file.empty()) return {report.input_path, {}};
  const bool slash = report.input_path.ends_with('/');
  return {report.input_path + (slash ? "" : "/") + std::string(file), {}};
}

}  // namespace assay::report
