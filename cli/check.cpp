// assay check: open, resolve, validate, render; many inputs in parallel, reports in input order.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <mutex>
#include <optional>

#include <sys/ioctl.h>
#include <unistd.h>

#include <assay/messages.hpp>
#include <assay/render.hpp>
#include <assay/validate.hpp>

#include "acceptance.hpp"
#include "crash.hpp"
#include "in_order.hpp"
#include "journal.hpp"
#include "progress.hpp"
#include "report/common.hpp"
#include "report/renderers/renderers.hpp"
#include "text/digest.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"
#include "text/wording.hpp"

namespace assay::cli_detail {
namespace {

struct Judged {
  Report report;
  int exit = ok;
  std::optional<Journal::Kept> kept = std::nullopt;  // with a journal: in place of the report
  bool again = false;                                // an earlier run found it out
};

// A format that assay knows by sight; only whether it is safe can be said.
Problem no_profile(const Format& format) {
  return {ProblemKind::unreadable,
          "no-profile",
          "assay recognises this (" + format.title + "), but has no profile for it yet.",
          "Profiles that exist: assay profiles",
          "",
          0,
          0};
}

class Checker {
 public:
  Checker(Store& store, const CheckOptions& options, const Limits& limits, double seconds)
      : store_(store), options_(options), limits_(limits), seconds_(seconds) {}

  // Resolves what the user named once; a mistake there is a usage error before anything is judged.
  Result<bool> prepare() {
    if (options_.profiles.empty() && options_.overlays.empty()) return true;
    auto profile = resolve(store_, {options_.profiles, options_.overlays});
    if (!profile) return profile.problem();
    digest_ = (*profile)->digest;
    if (!options_.profiles.empty()) named_ = *profile;
    return true;
  }
  Result<bool> prepare(const std::vector<Input>& inputs) {
    auto acceptance = Acceptance::read(options_, store_, named_.get(), inputs, limits_);
    if (!acceptance) return acceptance.problem();
    acceptance_ = std::move(*acceptance);
    return true;
  }
  [[nodiscard]] std::vector<Problem> notes() const { return acceptance_.notes(); }
  /// Tells apart checkers that come to other results.
  [[nodiscard]] std::string settings() const { return digest_ + "\n" + acceptance_.settings(); }

  // Whatever goes wrong with one input is the report of that input; the others are judged all the same.
  Judged judge(const Input& input) {
    try {
      return judge_one(input);
    } catch (const std::exception& error) {
      return fail(input.source, {ProblemKind::internal, "internal-error",
                                 std::string("assay failed on this input: ") + error.what() + ".",
                                 "This is a fault of assay; please report it with the package.", input.source.path});
    }
  }

 private:
  Judged judge_one(const Input& input) {
    Judged judged;
    if (input.problem) return fail(input.source, *input.problem);
    Limits limits = limits_;
    limits.stop = Stop(&interruption(), seconds_);
    auto package = open(input.source, limits);
    if (!package) return fail(input.source, package.problem());
    bool known = true;
    auto profile = profile_for(package->format().id, known);
    if (profile && (*profile)->takes_declared && !options_.no_overlays) profile = with_declared(*package, *profile);
    if (!profile) {
      judged.exit = exit_of(profile.problem());
      judged.report = unreadable_report(input.source, profile.problem());
      return judged;
    }
    const std::string digest = options_.digest || options_.detail == "all" ? package->sha256() : std::string();
    judged.report = validate(*package, *profile, limits);
    judged.report.input_sha256 = digest;
    acceptance_.apply(judged.report);
    if (!known && !package->format().id.empty()) judged.report.problems.push_back(no_profile(package->format()));
    if (!known) judged.report.verdict = std::max(judged.report.verdict, Verdict::unreadable);
    judged.exit = acceptance_.exit_of(judged.report);
    return judged;
  }

  Judged fail(const Source& source, const Problem& problem) const {
    return {unreadable_report(source, problem), exit_of(problem)};
  }

  // The profile that was named, else the version profile of the detected format, else the floor alone.
  Result<std::shared_ptr<const Profile>> profile_for(const std::string& format, bool& known) {
    if (named_) return named_;
    const std::lock_guard lock(mutex_);
    const bool has_profile = store_.has_version_profile(format);
    known = has_profile;
    const std::string id = has_profile ? format : "";
    if (const auto found = cache_.find(id); found != cache_.end()) return found->second;
    ResolveOptions wanted;
    if (!id.empty()) wanted.profiles = {id};
    wanted.overlays = options_.overlays;
    auto resolved = resolve(store_, wanted);
    if (resolved) cache_[id] = *resolved;
    return resolved;
  }

  // The profile with the overlays for the regions that the package declares.
  Result<std::shared_ptr<const Profile>> with_declared(const Package& package, std::shared_ptr<const Profile> plain) {
    ResolveOptions wanted{options_.profiles, options_.overlays, declared_overlays(store_, package)};
    if (wanted.declared.empty()) return plain;
    std::string key;
    for (const AppliedOverlay& each : wanted.declared) key += each.id + " " + each.origin + "\n";
    const std::lock_guard lock(mutex_);
    if (const auto found = cache_.find(key); found != cache_.end()) return found->second;
    auto resolved = resolve(store_, wanted);
    if (resolved) cache_[key] = *resolved;
    return resolved;
  }

  Store& store_;
  const CheckOptions& options_;
  const Limits& limits_;
  const double seconds_;  // for one input; 0: any number
  std::shared_ptr<const Profile> named_;
  std::string digest_;  // of what was named
  Acceptance acceptance_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Profile>> cache_;
};

bool use_color(const CheckOptions& options) {
  if (options.color != "auto") return options.color == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if ((no_color && *no_color) || (terminal && std::string_view(terminal) == "dumb")) return false;
  return options.output.empty() && ::isatty(1) == 1;
}

// Only a terminal has a width; anywhere else the output does not depend on where it was made.
std::uint32_t columns_of(const CheckOptions& options) {
  struct winsize size {};
  if (!options.output.empty() || ::isatty(1) != 1 || ::ioctl(1, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return RenderOptions().columns;
  return std::clamp<std::uint32_t>(size.ws_col, 40, 200);
}

RenderOptions render_options(const CheckOptions& options, const RendererInfo& info, bool one) {
  const std::string detail = options.detail.empty() ? (one ? "all" : "judged") : options.detail;
  RenderOptions render;
  render.detail = detail == "all" ? Detail::all : detail == "judged" ? Detail::judged : Detail::findings;
  render.color = use_color(options);
  render.columns = columns_of(options);
  render.fail_on = fail_from(options.fail_on);
  render.language = language_of_report(info.for_people);
  return render;
}

Result<const RendererInfo*> find_renderer(const std::string& format) {
  std::vector<std::string_view> names;
  for (const RendererInfo& row : renderer_table()) {
    if (row.id == format) return &row;
    names.push_back(row.id);
  }
  return Problem{ProblemKind::usage, "unknown-format", "There is no format " + text::quoted(format) + ".",
                 text::suggestion(format, names), ""};
}

// A slip in -o would otherwise replace a course by its report.
Result<bool> spare_inputs(const std::vector<Input>& inputs, const std::string& output) {
  if (!output.empty() && output != "-" && same_file(output, output))  // it exists
    for (const Input& input : inputs)
      if (!input.source.bytes && same_file(input.source.path, output))
        return Problem{ProblemKind::usage, "output-is-input", "The report would replace an input.",
                       "Name another file after -o.", output};
  return true;
}

// What a result depends on besides the input: a journal of other settings tells something else.
Result<std::string> settings_of(const CheckOptions& options, const RenderOptions& render, const Store& store,
                                const std::string& checker) {
  std::string all = std::string(report::tool_version()) + "\n" + checker + render.language + "\n" +
                    std::to_string(static_cast<int>(render.detail)) + (options.digest ? " digest" : "") +
                    (options.no_overlays ? " no-overlays" : "") + "\n" + options.fail_on + "\n";
  for (const auto* list : {&options.profiles, &options.overlays, &options.input.limits})
    for (const std::string& each : *list) all += each + "\n";
  for (const ProfileInfo& info : store.profiles()) {  // packages choose among them
    if (info.origin == "built in") continue;
    const auto text = read_text(info.origin, Limits().document_bytes, "--profiles");
    if (!text) return text.problem();
    all += text::sha256_hex(*text) + "\n";
  }
  return text::sha256_hex(all);
}

Result<std::optional<Journal>> open_journal(const CheckOptions& options, const std::vector<Input>& inputs,
                                            const RenderOptions& render, const Store& store,
                                            const std::string& checker) {
  if (options.resume.empty()) return std::optional<Journal>();
  std::vector<std::string> others = {options.input.files_from, options.output};
  for (const Input& input : inputs) others.push_back(input.source.path);
  for (const std::string& other : others)
    if (other == options.resume || same_file(other, options.resume))
      return Problem{ProblemKind::usage, "journal-is-input", "The journal is an input or output, too.",
                     "Name another file after --resume.", options.resume};
  const auto settings = settings_of(options, render, store, checker);
  if (!settings) return settings.problem();
  auto journal = Journal::open(options.resume, *settings);
  if (!journal) return journal.problem();
  return std::optional<Journal>(std::move(*journal));
}

Problem crashed(const std::string& path) {
  return {ProblemKind::internal, "crashed", "assay crashed on this input.",
          "This is a fault of assay; please report it with the package.", path};
}

// With a journal, what it has is not judged again, and what is judged goes into it at once.
Judged judge(const Input& input, Checker& checker, Journal* journal, const RenderOptions& render) {
  const std::string& path = input.source.path;
  if (!journal) {
    const Underway underway(path, "", -1);
    return checker.judge(input);
  }
  const std::string identity = Journal::identity_of(input);
  if (auto kept = journal->find(input, identity)) return {{}, kept->exit, std::move(kept), true};
  const Report crash = unreadable_report(input.source, crashed(path));
  const Underway underway(path,
                          Journal::line(input, identity, {internal, false, report::result_as_json(crash, render)}),
                          journal->descriptor());
  Judged judged = checker.judge(input);
  const bool conforms = judged.report.verdict == Verdict::conforms;
  judged.kept = {judged.exit, conforms, report::result_as_json(judged.report, render)};
  // What was replaced meanwhile, or not judged to its end, is judged again.
  if (judged.exit != internal && !report::ended_early(judged.report) && Journal::identity_of(input) == identity)
    journal->add(Journal::line(input, identity, *judged.kept));
  return judged;
}

// What results of the journal had to do with waivers and the baseline is not known any more.
std::vector<Problem> notes_after_resuming(const CheckOptions& options) {
  if (options.waivers.empty() && options.baseline.empty()) return {};
  return {{ProblemKind::usage, "resumed",
           "Results were taken from the journal, so nothing is said about waivers and baseline.",
           "Judge everything without --resume to see it.", "", 0, 0}};
}

Result<double> seconds_of(const std::string& timeout) {
  double seconds = 0;
  const char* const last = timeout.data() + timeout.size();
  const auto end = std::from_chars(timeout.data(), last, seconds);
  if (timeout.empty() || (end.ec == std::errc() && end.ptr == last && std::isfinite(seconds) && seconds > 0))
    return seconds;
  return Problem{ProblemKind::usage, "bad-timeout",
                 text::quoted("--timeout") + " takes " + "a number of seconds above zero" + ".", "Write --timeout 60.",
                 ""};
}

void note_interrupt(RunSummary& run) {
  run.interrupted = true;
  run.exit_code = 128 + interrupted();  // as shells have it
  run.notes.push_back({ProblemKind::usage, "interrupted",
                       "Interrupted: " + std::to_string(run.judged) + " of " + std::to_string(run.inputs) +
                           " inputs are in this report.",
                       "Start again for all of them.", "", 0, 0});
}

int report_all(const std::vector<Input>& inputs, Checker& checker, const CheckOptions& options,
               const RendererInfo& info, const RenderOptions& render, Journal* journal) {
  auto output = Output::open(options.output);
  if (!output) return complain(output.problem()), exit_of(output.problem());
  Progress progress(inputs.size(), !options.quiet);
  const auto renderer = info.make(render, [&](std::string_view text) {
    const Progress::Pause pause(progress);
    return output->write(text);
  });
  RunSummary run;
  run.inputs = inputs.size();
  const auto make = [&](std::size_t i) {
    progress.started(inputs[i].source.path);
    Judged judged = judge(inputs[i], checker, journal, render);
    progress.finished();
    return judged;
  };
  // Whoever wrote the report to a file wants to know what came out of it; programs read it from the file.
  const auto tell = [&](const std::string& line) {
    if (options.output.empty() || options.output == "-" || options.quiet) return;
    const Progress::Pause pause(progress);
    std::fprintf(stderr, "%s\n", text::log_safe(line).c_str());
  };
  std::string line;
  bool good = renderer->begin(), resumed = false;
  if (good)
    in_order<Judged>(inputs.size(), options.jobs, make, [&](const Judged& judged) {
      const bool conforms = judged.kept ? judged.kept->conforms : judged.report.verdict == Verdict::conforms;
      ++run.judged;
      run.conforming += conforms;
      run.exit_code = graver(run.exit_code, judged.exit);
      run.interrupted = run.interrupted || (interrupted() && report::ended_early(judged.report));
      resumed = resumed || judged.again;
      line = judged.again ? std::string() : report::line_in_words(judged.report, language());
      if (inputs.size() != 1 && !line.empty()) tell(line);
      if (options.quiet && info.for_terminal && conforms && judged.exit == ok) return good;
      return good = judged.kept ? renderer->add_result(judged.kept->result) : renderer->add(judged.report);
    });
  run.notes = resumed ? notes_after_resuming(options) : checker.notes();
  if (run.interrupted || (interrupted() && run.judged < run.inputs)) note_interrupt(run);
  good = good && renderer->end(run);
  if (output->finish() && good) {
    const std::string place = say(language(), "summary.report-in", {{"file", text::visible(options.output)}});
    tell(inputs.size() == 1 && !line.empty() ? line + " · " + place : place);
    if (!journal || journal->good()) return run.exit_code;
    return complain("the journal cannot be written: " + journal->trouble()), internal;
  }
  if (!output->closed()) complain("the report cannot be written: " + output->trouble());
  return internal;
}

}  // namespace

int run_check(Store& store, const CheckOptions& options) {
  listen_for_interrupts();
  const auto stop = [](const Problem& problem) {
    if (interrupted()) return 128 + interrupted();
    return complain(problem), exit_of(problem);
  };
  const auto renderer = find_renderer(options.format);
  if (!renderer) return stop(renderer.problem());
  if (!options.resume.empty() && !(*renderer)->takes_results)
    return stop({ProblemKind::usage, "no-resume", "--resume does not go with --format " + options.format + ".",
                 "Use --format json or ndjson, which hold each result by itself.", ""});
  const auto limits = read_limits(options.input.limits);
  if (!limits) return stop(limits.problem());
  const auto seconds = seconds_of(options.timeout);
  if (!seconds) return stop(seconds.problem());
  Checker checker(store, options, *limits, *seconds);
  if (const auto prepared = checker.prepare(); !prepared) return stop(prepared.problem());
  const auto inputs = collect_inputs(options.input, *limits, options.resume);
  if (interrupted()) return 128 + interrupted();
  if (!inputs) return stop(inputs.problem());
  if (const auto spared = spare_inputs(*inputs, options.output); !spared) return stop(spared.problem());
  if (const auto prepared = checker.prepare(*inputs); !prepared) return stop(prepared.problem());
  // Of a batch, the first results do not know how many will follow.
  const bool one = inputs->size() == 1 && options.format != "ndjson" && options.resume.empty();
  const RenderOptions render = render_options(options, **renderer, one);
  auto journal = open_journal(options, *inputs, render, store, checker.settings());
  if (!journal) return stop(journal.problem());
  return report_all(*inputs, checker, options, **renderer, render, *journal ? &**journal : nullptr);
}

}  // namespace assay::cli_detail
