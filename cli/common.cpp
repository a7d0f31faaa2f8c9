// Exit codes, complaints and budgets: what several verbs need.
#include <charconv>
#include <cstdio>

#include <assay/messages.hpp>

#include "text/unicode.hpp"
#include "text/wording.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {

int graver(int a, int b) {
  constexpr int rank[] = {0, 1, 4, 2, 3, 5};  // by exit code
  return rank[a] >= rank[b] ? a : b;
}

Severity fail_from(const std::string& fail_on) {
  return fail_on == "warning" ? Severity::warning : fail_on == "info" ? Severity::info : Severity::error;
}

int exit_of(const Problem& problem) {
  switch (problem.kind) {
    case ProblemKind::usage: return usage;
    case ProblemKind::unreadable: return unreadable;
    case ProblemKind::refused: return refused;
    case ProblemKind::internal: return internal;
  }
  return internal;
}

void complain(const Problem& met) {
  const Problem problem = in_language(language(), met);
  std::string text = "assay: ";
  if (!problem.file.empty()) {
    text += text::visible(problem.file);
    if (problem.line) text += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
    text += ": ";
  }
  text += text::visible(problem.message) + "\n";
  if (!problem.advice.empty()) text += "       " + text::visible(problem.advice) + "\n";
  std::fputs(text.c_str(), stderr);
}

void complain(const std::string& message) {
  std::fprintf(stderr, "assay: %s\n", text::visible(in_language(language(), message)).c_str());
}

Result<Limits> read_limits(const std::vector<std::string>& settings) {
  Limits limits;
  for (const std::string& setting : settings) {
    const std::size_t equals = setting.find('=');
    const std::string name = setting.substr(0, equals);
    std::vector<std::string_view> names;
    const LimitInfo* found = nullptr;
    for (const LimitInfo& row : limit_table()) {
      names.push_back(row.name);
      if (row.name == name) found = &row;
    }
    if (!found) {
      return Problem{ProblemKind::usage, "unknown-limit", "There is no limit " + text::quoted(name) + ".",
                     text::suggestion(name, names, "See: assay limits."), ""};
    }
    const std::string value = equals == std::string::npos ? "" : setting.substr(equals + 1);
    std::uint64_t number = 0;
    const auto end = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || end.ec != std::errc() || end.ptr != value.data() + value.size())
      return Problem{ProblemKind::usage, "bad-limit", text::quoted(setting) + " sets no limit.",
                     "Write --limit " + name + "=NUMBER (" + std::string(found->unit) + ").", ""};
    limits.*(found->field) = number;
  }
  return limits;
}

}  // namespace assay::cli_detail
