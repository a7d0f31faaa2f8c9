// assay vectors: the conformance vectors as packages, as a list, and as a test of this or another validator.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "text/unicode.hpp"
#include "vectors/coverage.hpp"
#include "vectors/mutate.hpp"
#include "vectors/run.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

using namespace assay::vectors;

int fail(const Problem& problem) {
  complain(problem);
  return exit_of(problem);
}

void write_strings(json::Writer& out, std::string_view name, const std::vector<std::string>& list) {
  out.key(name).begin_array();
  for (const std::string& each : list) out.string(each);
  out.end_array();
}

/// What a list and an index say of a vector.
void write_vector(json::Writer& out, const Vector& vector) {
  out.key("id").string(vector.id).key("why").string(vector.why);
  write_strings(out, "requirements", vector.requirements);
  write_strings(out, "profiles", {vector.profile});
  write_strings(out, "overlays", vector.overlays);
  out.key("verdict").string(vector.verdict);
}

void write_expectation(json::Writer& out, const Vector& vector) {
  out.key("findings").begin_array();
  for (const Expected& finding : vector.findings) {
    out.begin_object().key("rule").string(finding.rule);
    if (finding.cause) out.key("cause").string(*finding.cause);
    if (finding.file) out.key("file").string(*finding.file);
    if (finding.line) out.key("line").unsigned_integer(*finding.line);
    if (finding.column) out.key("column").unsigned_integer(*finding.column);
    if (finding.severity) out.key("severity").string(*finding.severity);
    out.end_object();
  }
  out.end_array();
  write_strings(out, "passed", vector.passed);
}

int list(const Suite& suite, const VectorsOptions& options, const Selection& selection) {
  std::string text;
  json::Writer out(text, true);
  if (options.json) out.begin_object().key("vectors").begin_array();
  for (const Vector& vector : suite.vectors()) {
    if (!selection.takes(vector)) continue;
    if (options.json) {
      out.begin_object();
      write_vector(out, vector);
      out.end_object();
    } else {
      text += text::visible(vector.id + "  " + vector.profile + "  " + vector.why) + "\n";
    }
  }
  if (options.json) {
    out.end_array().end_object();
    text += "\n";
  }
  return print_out(text);
}

int build_all(const Suite& suite, const VectorsOptions& options, const Selection& selection) {
  std::error_code error;
  std::filesystem::create_directories(options.directory, error);
  if (error || !std::filesystem::is_empty(options.directory, error)) {
    complain(Problem{ProblemKind::usage, "folder-not-empty", "The folder cannot be made, or is not empty.",
                     "Name a new folder.", options.directory});
    return usage;
  }
  std::string index;
  json::Writer out(index, true);
  out.begin_object().key("schema").string("assay-vectors/1").key("vectors").begin_array();
  for (const Vector& vector : suite.vectors()) {
    if (!selection.takes(vector)) continue;
    const auto built = build(suite, vector);
    if (!built) return fail(built.problem());
    std::filesystem::create_directories(options.directory + "/" + vector.id, error);
    if (const auto path = write(*built, options.directory + "/" + vector.id); !path) return fail(path.problem());
    out.begin_object();
    write_vector(out, vector);
    out.key("path").string(vector.id + "/" + built->name);
    write_expectation(out, vector);
    out.end_object();
  }
  out.end_array().end_object();
  auto file = Output::open(options.directory + "/index.json");
  if (!file) return fail(file.problem());
  file->write(index + "\n");
  if (file->finish()) return ok;
  complain("the output cannot be written: " + file->trouble());
  return internal;
}

// This very program, quoted for the shell.
std::string own_command(const char* program) {
  std::error_code error;
  std::string self = std::filesystem::read_symlink("/proc/self/exe", error).string();
  if (error) self = program;
  std::string quoted = "'";
  for (const char c : self) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "' vectors serve";
}

int run_all(const Suite& suite, const VectorsOptions& options, const Selection& selection, const char* program) {
  const std::string command = options.implementation.empty() ? own_command(program) : options.implementation;
  const auto outcomes = run(suite, {selection, command, options.jobs});
  if (!outcomes) return fail(outcomes.problem());
  std::string text;
  for (const auto& [id, differences] : outcomes->failures) {
    text += "FAIL " + text::visible(id) + "\n";
    for (const std::string& difference : differences) text += "     " + text::visible(difference) + "\n";
  }
  if (outcomes->vectors == 0) complain("no vector fits; see: assay vectors list");
  text += std::to_string(outcomes->vectors) + " vectors, " + std::to_string(outcomes->passed) + " passed, " +
          std::to_string(outcomes->failures.size()) + " failed\n";
  if (const int written = print_out(text); written != ok) return written;
  return outcomes->failures.empty() && outcomes->vectors > 0 ? ok : findings;
}

int serve(const Store& store) {
  for (std::string line; std::getline(std::cin, line);) {
    const std::string answer = answer_line(store, line) + "\n";
    if (std::fwrite(answer.data(), 1, answer.size(), stdout) != answer.size() || std::fflush(stdout) != 0)
      return internal;
  }
  return ok;
}

int coverage(const Store& store) {
  const auto page = coverage_markdown(store);
  return page ? print_out(*page) : fail(page.problem());
}

int mutate_all(const Suite& suite, const Selection& selection) {
  const auto report = mutate(suite, selection);
  if (!report) return fail(report.problem());
  if (const int written = print_out(report->text()); written != ok) return written;
  return report->clean() ? ok : findings;
}

}  // namespace

int run_vectors(Store& store, const VectorsOptions& options, const char* program) {
  if (options.action == "serve") return serve(store);
  if (options.action == "coverage") return coverage(store);
  const char* place = std::getenv("ASSAY_VECTORS");
  const auto suite = Suite::load(store, !options.suite.empty() || !place ? options.suite : place);
  if (!suite) return fail(suite.problem());
  const Selection selection{options.filter, options.family};
  if (options.action == "run") return run_all(*suite, options, selection, program);
  for (const Problem& problem : suite->problems()) complain(problem);
  if (!suite->problems().empty()) return usage;
  if (options.action == "list") return list(*suite, options, selection);
  if (options.action == "build") return build_all(*suite, options, selection);
  return mutate_all(*suite, selection);
}

}  // namespace assay::cli_detail
