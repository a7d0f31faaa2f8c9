// spec/vector-protocol.md: requests and answers.
#include <algorithm>

#include <assay/render.hpp>
#include <assay/validate.hpp>

#include "vectors/run.hpp"

namespace assay::vectors {
namespace {

std::vector<std::string> strings(JsonNode list) {
  std::vector<std::string> out;
  for (JsonNode each = first_child(list); each; each = next_sibling(each)) out.emplace_back(content(each));
  return out;
}

// Placeholders that are still in a filled message: an argument is missing.
std::vector<std::string> unfilled(const std::string& template_text, const Finding& finding) {
  std::vector<std::string> out;
  for (std::size_t at = template_text.find('{'); at != std::string::npos; at = template_text.find('{', at + 1)) {
    const std::size_t close = template_text.find('}', at);
    if (close == std::string::npos) break;
    const std::string name = template_text.substr(at + 1, close - at - 1);
    const bool there = std::any_of(finding.arguments.begin(), finding.arguments.end(),
                                   [&](const auto& argument) { return argument.first == name; });
    if (!there) out.push_back(name);
  }
  return out;
}

void write_report(json::Writer& out, const Report& report) {
  out.key("verdict").string(to_string(report.verdict)).key("findings").begin_array();
  for (const Finding& finding : report.findings) {
    const Rule& rule = report.profile->rules[finding.rule];
    out.begin_object()
        .key("rule")
        .string(rule.id)
        .key("cause")
        .string(finding.cause)
        .key("file")
        .string(finding.location.file);
    out.key("line").unsigned_integer(finding.location.line).key("column").unsigned_integer(finding.location.column);
    out.key("path")
        .string(finding.location.path)
        .key("severity")
        .string(to_string(finding.severity))
        .key("requirements")
        .begin_array();
    for (const std::uint32_t r : rule.requirements) out.string(report.profile->requirements[r].id);
    out.end_array().key("unfilled").begin_array();
    for (const std::string& name : unfilled(rule.message + rule.fix, finding)) out.string(name);
    out.end_array().end_object();
  }
  out.end_array().key("passed").begin_array();
  for (std::size_t i = 0; report.profile && i < report.outcomes.size(); ++i)
    if (report.outcomes[i].outcome == Outcome::passed) out.string(report.profile->rules[i].id);
  out.end_array();
}

}  // namespace

std::string request_line(const Vector& vector, const std::string& path) {
  std::string line;
  json::Writer out(line);
  out.begin_object()
      .key("vector")
      .string(vector.id)
      .key("path")
      .string(path)
      .key("profiles")
      .begin_array()
      .string(vector.profile)
      .end_array();
  out.key("overlays").begin_array();
  for (const std::string& overlay : vector.overlays) out.string(overlay);
  out.end_array().end_object();
  return line;
}

std::string answer_line(const Store& store, const std::string& request) {
  std::string line;
  json::Writer out(line);
  const auto parsed = json::parse("request", request);
  out.begin_object();
  if (!parsed) {
    out.key("verdict").string("error").key("message").string(parsed.problem().message).end_object();
    return line;
  }
  const JsonNode top = root(**parsed);
  out.key("vector").string(content(member(top, "vector")));
  const Source source{std::string(content(member(top, "path")))};
  const auto profile = resolve(store, {strings(member(top, "profiles")), strings(member(top, "overlays"))});
  if (!profile) {
    out.key("verdict").string("error").key("message").string(profile.problem().message).end_object();
    return line;
  }
  const auto package = open(source);
  write_report(out, package ? validate(*package, *profile) : unreadable_report(source, package.problem()));
  out.end_object();
  return line;
}

Result<Answer> read_answer(const std::string& line) {
  const auto parsed = json::parse("answer", line);
  if (!parsed) return parsed.problem();
  const JsonNode top = root(**parsed);
  Answer answer;
  answer.verdict = content(member(top, "verdict"));
  if (answer.verdict == "error")
    return Problem{ProblemKind::internal, "validator-error", std::string(content(member(top, "message"))), "", ""};
  for (JsonNode row = first_child(member(top, "findings")); row; row = next_sibling(row)) {
    const auto text = [&](const char* name) { return std::string(content(member(row, name))); };
    const auto integer = [&](const char* name) { return static_cast<std::uint32_t>(number(member(row, name))); };
    answer.findings.push_back({text("rule"), text("cause"), text("file"), text("severity"), text("path"),
                               integer("line"), integer("column"), strings(member(row, "requirements")),
                               strings(member(row, "unfilled"))});
  }
  answer.passed = strings(member(top, "passed"));
  return answer;
}

}  // namespace assay::vectors
