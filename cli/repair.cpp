// assay repair: a package that was zipped badly, zipped well.
#include <cstdlib>
#include <filesystem>

#include <sys/stat.h>

#include <assay/validate.hpp>

#include "interrupt.hpp"
#include "repair/repair.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

namespace fs = std::filesystem;

Problem wrong_output(const char* code, std::string message, std::string advice, std::string path) {
  return {ProblemKind::usage, code, std::move(message), std::move(advice), std::move(path)};
}

// Also when it is redirected to a file: that one is the shell's, and cannot appear complete or not at all.
bool names_a_stream(std::string_view path) {
  return path == "-" || path == "/dev/stdout" || path == "/dev/stderr" || path.starts_with("/dev/fd/") ||
         path.starts_with("/proc/self/fd/");
}

// What can be said before any work is done.
std::optional<Problem> look_at_output(const RepairOptions& options) {
  const std::string& path = options.output;
  if (path.empty() && options.dry_run) return std::nullopt;
  if (path.empty())
    return wrong_output("no-output", "There is no file to write the mended package to.",
                        "Name one with -o FILE, or look first with --dry-run.", "");
  std::error_code error;
  if (fs::is_directory(path, error))
    return wrong_output("output-is-folder", "The output is a folder.", "Name a file in it: -o FOLDER/mended.zip.",
                        path);
  if (names_a_stream(path) || (fs::exists(path, error) && !fs::is_regular_file(path, error)))
    return wrong_output("output-is-no-file", "The output is a device or pipe.",
                        "Name a file: what was written is read again and compared.", path);
  if (!options.force && !options.dry_run && fs::exists(fs::symlink_status(path, error))) return output_exists(path);
  // Written into the folder that is zipped, it would be part of the course the next time.
  if (fs::is_directory(options.input, error)) {
    const fs::path folder = fs::weakly_canonical(options.input, error), file = fs::weakly_canonical(path, error);
    const auto [inside, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    if (inside == folder.end() || inside->empty())
      return wrong_output("output-inside-input", "The output lies in the folder of the course.",
                          "Name a file outside of it.", path);
  }
  return std::nullopt;
}

class Repairer {
 public:
  Repairer(Store& store, const RepairOptions& options, const Limits& limits)
      : store_(store), options_(options), limits_(limits) {}

  Result<int> run(const Source& source) {
    auto package = open(source, limits_);
    if (!package) return package.problem();
    const auto floor = resolve(store_, {});
    if (!floor) return floor.problem();
    Report report = validate(*package, *floor, limits_);
    report.input_sha256 = package->sha256();
    auto plan = repair::make_plan(*package, std::move(report));
    if (!plan) return plan.problem();
    repair::Told told{.plan = &*plan, .output = {}, .written = {}};
    if (!plan->refusals.empty()) return tell(told, refused);
    const int exit = plan->left.empty() ? ok : findings;
    if (options_.dry_run) return tell(told, exit);
    told.output = options_.output;
    auto written = write(*package, *plan);
    if (!written) return written.problem();
    told.written = *written;
    return tell(told, exit);
  }

 private:
  // The file appears in its place when it has been read again and found to be right.
  Result<repair::Written> write(const Package& package, repair::Plan& plan) {
    auto output = Output::open(options_.output, options_.force ? Output::Existing::replaced : Output::Existing::kept);
    if (!output) return output.problem();
    const auto failed = [&] {
      return Problem{ProblemKind::internal, "cannot-write", "The output cannot be written: " + output->trouble() + ".",
                     "Look at the space and the rights there; nothing was left behind.", options_.output};
    };
    const auto problem = repair::write(package, plan, [&](std::string_view bytes) { return output->write(bytes); });
    if (problem) return problem->code == "not-written" ? failed() : *problem;
    auto written = repair::verify(package, plan, {output->unfinished()});
    if (!written) return written.problem();
    if (!output->finish()) return failed();
    return written;
  }

  int tell(const repair::Told& told, int exit) const {
    const bool people = options_.format == "text";
    const std::string spoken = language_of_report(people);
    const int printed = print_out(people ? repair::as_text(told, spoken) : repair::as_json(told, spoken));
    return printed == ok ? exit : printed;
  }

  Store& store_;
  const RepairOptions& options_;
  const Limits& limits_;
};

}  // namespace

int run_repair(Store& store, const RepairOptions& options) {
  listen_for_interrupts();
  const auto stop = [](const Problem& problem) {
    if (interrupted()) return 128 + interrupted();
    return complain(problem), exit_of(problem);
  };
  auto limits = read_limits(options.limits);
  if (!limits) return stop(limits.problem());
  limits->stop = Stop(&interruption());
  if (const auto problem = look_at_output(options)) return stop(*problem);
  InputOptions wanted;
  wanted.inputs = {options.input};
  wanted.stdin_name = options.stdin_name;
  const auto inputs = collect_inputs(wanted, *limits);
  if (!inputs) return stop(inputs.problem());
  const Input& input = inputs->front();
  if (input.problem) return stop(*input.problem);
  const auto exit = Repairer(store, options, *limits).run(input.source);
  return exit ? *exit : stop(exit.problem());
}

}  // namespace assay::cli_detail
