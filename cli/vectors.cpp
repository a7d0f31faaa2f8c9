// assay vectors: the conformance vectors as packages, as a list, and as a test of this or another validator.
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "vectors/coverage.hpp"
#include "vectors/mutate.hpp"
#include "vectors/run.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

using namespace assay::vectors;

int print(const std::string& text) {
  auto output = Output::open("");
  if (output->write(text)) return ok;
  complain("the output cannot be written: " + output->trouble());
  return internal;
}

int list(const Suite& suite, const VectorsOptions& options) {
  std::string text;
  json::Writer out(text, true);
  if (options.json) out.begin_object().key("vectors").begin_array();
  for (const Vector& vector : suite.vectors()) {
    if (vector.id.find(options.filter) == std::string::npos) continue;
    if (!options.json) {
      text += vector.id + "  " + vector.profile + "  " + vector.why + "\n";
      continue;
    }
    out.begin_object()
        .key("id")
        .string(vector.id)
        .key("profile")
        .string(vector.profile)
        .key("verdict")
        .string(vector.verdict);
    out.key("why").string(vector.why).key("requirements").begin_array();
    for (const std::string& requirement : vector.requirements) out.string(requirement);
    out.end_array().end_object();
  }
  if (options.json) {
    out.end_array().end_object();
    text += "\n";
  }
  return print(text);
}

int build_all(const Suite& suite, const VectorsOptions& options) {
  std::error_code error;
  std::filesystem::create_directories(options.directory, error);
  if (error || !std::filesystem::is_empty(options.directory, error)) {
    complain("the folder \"" + options.directory + "\" cannot be made or is not empty");
    return usage;
  }
  std::string index;
  json::Writer out(index, true);
  out.begin_object().key("vectors").begin_array();
  for (const Vector& vector : suite.vectors()) {
    if (vector.id.find(options.filter) == std::string::npos) continue;
    auto built = build(suite, vector);
    if (!built) return complain(built.problem()), usage;
    const std::string folder = options.directory + "/" + vector.id;
    std::filesystem::create_directories(folder, error);
    auto path = write(*built, folder);
    if (!path) return complain(path.problem()), internal;
    out.begin_object()
        .key("id")
        .string(vector.id)
        .key("path")
        .string(vector.id + "/" + built->name)
        .key("profile")
        .string(vector.profile);
    out.key("verdict").string(vector.verdict).key("findings").begin_array();
    for (const Expected& finding : vector.findings) out.string(finding.rule);
    out.end_array().end_object();
  }
  out.end_array().end_object();
  auto file = Output::open(options.directory + "/index.json");
  if (!file) return complain(file.problem()), internal;
  file->write(index + "\n");
  return file->finish() ? ok : internal;
}

int run_all(const Suite& suite, const VectorsOptions& options, const char* program) {
  std::string command = options.implementation;
  if (command.empty()) {
    std::error_code error;
    std::string self = std::filesystem::read_symlink("/proc/self/exe", error).string();
    if (error) self = program;
    command = "'" + self + "' vectors serve";
  }
  const auto outcomes = run(suite, options.filter, command);
  if (!outcomes) return complain(outcomes.problem()), exit_of(outcomes.problem());
  std::string text;
  for (const auto& [id, differences] : outcomes->failures) {
    text += "FAIL " + id + "\n";
    for (const std::string& difference : differences) text += "     " + difference + "\n";
  }
  text += std::to_string(outcomes->vectors) + " vectors, " + std::to_string(outcomes->passed) + " passed, " +
          std::to_string(outcomes->failures.size()) + " failed\n";
  const int written = print(text);
  return written != ok ? written : outcomes->failures.empty() && outcomes->vectors > 0 ? ok : findings;
}

int serve(const Store& store) {
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::string answer = answer_line(store, line) + "\n";
    std::fwrite(answer.data(), 1, answer.size(), stdout);
    if (std::fflush(stdout) != 0) return internal;
  }
  return ok;
}

}  // namespace

int run_vectors(Store& store, const VectorsOptions& options, const char* program) {
  if (options.action == "serve") return serve(store);
  if (options.action == "coverage") {
    const auto page = coverage_markdown(store);
    if (!page) return complain(page.problem()), exit_of(page.problem());
    return print(*page);
  }
  const auto suite = Suite::load(store, options.suite);
  if (!suite) return complain(suite.problem()), exit_of(suite.problem());
  if (options.action == "list") return list(*suite, options);
  if (options.action == "build") return build_all(*suite, options);
  if (options.action == "mutate") {
    const auto page = mutate(*suite, options.filter);
    if (!page) return complain(page.problem()), exit_of(page.problem());
    const int written = print(page->text);
    return written != ok ? written : page->unexplained == 0 ? ok : findings;
  }
  return run_all(*suite, options, program);
}

}  // namespace assay::cli_detail
