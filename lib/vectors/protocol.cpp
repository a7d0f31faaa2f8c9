// spec/vector-protocol.md: requests and answers.
#include <algorithm>

#include <assay/render.hpp>
#include <assay/validate.hpp>

#include "text/message_format.hpp"
#include "vectors/run.hpp"

namespace assay::vectors {
namespace {

std::vector<std::string> strings(JsonNode list) {
  std::vector<std::string> out;
  for (JsonNode each = first_child(list); each; each = next_sibling(each)) out.emplace_back(content(each));
  return out;
}

void write_strings(json::Writer& out, const std::vector<std::string>& list) {
  out.begin_array();
  for (const std::string& each : list) out.string(each);
  out.end_array();
}

// Placeholders of a message for which the finding has no argument.
std::vector<std::string> unfilled(const std::string& pattern, const Finding& finding) {
  std::vector<std::string> out;
  for (std::string& name : text::placeholders(pattern)) {
    const bool there = std::any_of(finding.arguments.begin(), finding.arguments.end(),
                                   [&](const auto& argument) { return argument.first == name; });
    if (!there) out.push_back(std::move(name));
  }
  return out;
}

void write_finding(json::Writer& out, const Answered& finding) {
  out.begin_object().key("rule").string(finding.rule).key("cause").string(finding.cause);
  out.key("file").string(finding.file).key("line").unsigned_integer(finding.line);
  out.key("column").unsigned_integer(finding.column).key("severity").string(finding.severity);
  out.key("path").string(finding.path).key("fingerprint").string(finding.fingerprint);
  write_strings(out.key("requirements"), finding.requirements);
  write_strings(out.key("unfilled"), finding.unfilled);
  out.end_object();
}

std::string error_line(std::string_view vector, const Problem& problem) {
  std::string line;
  json::Writer out(line);
  out.begin_object().key("vector").string(vector).key("verdict").string("error");
  out.key("message").string(problem.message);
  write_strings(out.key("problems"), {problem.code});
  out.end_object();
  return line;
}

// "./own.json" lies beside the package.
std::vector<std::string> placed(std::vector<std::string> profiles, const std::string& path) {
  for (std::string& each : profiles)
    if (each.starts_with("./")) each.insert(0, path.substr(0, path.rfind('/') + 1));
  return profiles;
}

Answered read_finding(JsonNode row) {
  const auto text = [&](const char* name) { return std::string(content(member(row, name))); };
  const auto count = [&](const char* name) {
    const double value = number(member(row, name));
    return value > 0 && value < 4e9 ? static_cast<std::uint32_t>(value) : 0u;
  };
  return {.rule = text("rule"),
          .cause = text("cause") == "null" ? "" : text("cause"),
          .file = text("file"),
          .severity = text("severity"),
          .path = text("path"),
          .line = count("line"),
          .column = count("column"),
          .fingerprint = text("fingerprint"),
          .requirements = strings(member(row, "requirements")),
          .unfilled = strings(member(row, "unfilled"))};
}

}  // namespace

std::string request_line(const Vector& vector, const std::string& path) {
  std::string line;
  json::Writer out(line);
  out.begin_object().key("vector").string(vector.id).key("path").string(path);
  write_strings(out.key("profiles"), placed({vector.profile}, path));
  write_strings(out.key("overlays"), placed(vector.overlays, path));
  out.end_object();
  return line;
}

Answer answer_of(const Report& report) {
  Answer answer;
  answer.verdict = to_string(report.verdict);
  for (const Finding& finding : report.findings) {
    const Rule& rule = report.profile->rules[finding.rule];
    Answered& made = answer.findings.emplace_back();
    made.rule = rule.id;
    made.cause = finding.cause;
    made.file = finding.location.file;
    made.severity = to_string(finding.severity);
    made.path = finding.location.path;
    made.line = finding.location.line;
    made.column = finding.location.column;
    made.fingerprint = finding.fingerprint;
    for (const std::uint32_t row : rule.requirements) made.requirements.push_back(report.profile->requirements[row].id);
    made.unfilled = unfilled(rule.message, finding);
    for (std::string& name : unfilled(rule.fix, finding)) made.unfilled.push_back(std::move(name));
  }
  for (std::size_t i = 0; report.profile && i < report.outcomes.size(); ++i) {
    const std::string& rule = report.profile->rules[i].id;
    if (report.outcomes[i].outcome == Outcome::passed)
      answer.passed.push_back(rule);
    else
      answer.outcomes.emplace_back(rule, to_string(report.outcomes[i].outcome));
  }
  for (const Problem& problem : report.problems) answer.problems.push_back(problem.code);
  return answer;
}

std::string answer_line(const Store& store, const std::string& request) {
  const auto parsed = json::parse("request", request);
  if (!parsed) return error_line("", parsed.problem());
  const JsonNode top = root(**parsed);
  const std::string vector(content(member(top, "vector")));
  const Source source{std::string(content(member(top, "path")))};
  const ResolveOptions wanted{strings(member(top, "profiles")), strings(member(top, "overlays"))};
  const auto package = open(source);
  const auto profile = package ? resolve_for(store, wanted, *package) : resolve(store, wanted);
  if (!profile) return error_line(vector, profile.problem());
  const Answer answer =
      answer_of(package ? validate(*package, *profile) : unreadable_report(source, package.problem()));
  std::string line;
  json::Writer out(line);
  out.begin_object().key("vector").string(vector).key("verdict").string(answer.verdict).key("findings").begin_array();
  for (const Answered& finding : answer.findings) write_finding(out, finding);
  out.end_array();
  write_strings(out.key("passed"), answer.passed);
  out.key("outcomes").begin_object();
  for (const auto& [rule, outcome] : answer.outcomes) out.key(rule).string(outcome);
  out.end_object();
  write_strings(out.key("problems"), answer.problems);
  out.end_object();
  return line;
}

Result<Answer> read_answer(const std::string& line) {
  const auto parsed = json::parse("answer", line);
  if (!parsed) return parsed.problem();
  const JsonNode top = root(**parsed);
  Answer answer;
  answer.vector = content(member(top, "vector"));
  answer.verdict = content(member(top, "verdict"));
  answer.message = content(member(top, "message"));
  for (JsonNode row = first_child(member(top, "findings")); row; row = next_sibling(row))
    answer.findings.push_back(read_finding(row));
  answer.passed = strings(member(top, "passed"));
  answer.problems = strings(member(top, "problems"));
  for (JsonNode row = first_child(member(top, "outcomes")); row; row = next_sibling(row))
    answer.outcomes.emplace_back(key(row), content(row));
  return answer;
}

}  // namespace assay::vectors
