// assay check: open, resolve, validate, render; many inputs in parallel, reports in input order.
#include <condition_variable>
#include <cstdlib>
#include <map>
#include <mutex>
#include <thread>

#include <unistd.h>

#include <assay/render.hpp>
#include <assay/validate.hpp>

#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

struct Judged {
  Report report;
  int exit = ok;
};

class Checker {
 public:
  Checker(Store& store, const CheckOptions& options, const Limits& limits) : store_(store), options_(options), limits_(limits) {}

  // Resolves what the user named once; a mistake there is a usage error before anything is read.
  Result<bool> prepare() {
    if (options_.profiles.empty()) return true;
    auto profile = resolve(store_, {options_.profiles, options_.overlays});
    if (!profile) return profile.problem();
    named_ = *profile;
    return true;
  }

  Judged judge(const Input& input) {
    Judged judged;
    if (input.problem) return fail(input.source, *input.problem);
    auto package = open(input.source, limits_);
    if (!package) return fail(input.source, package.problem());
    bool known = true;
    auto profile = profile_for(package->format().id, known);
    if (!profile) {
      judged.exit = exit_of(profile.problem());
      judged.report = unreadable_report(input.source, profile.problem());
      return judged;
    }
    judged.report = validate(*package, *profile, limits_);
    if (!known) judged.report.verdict = std::max(judged.report.verdict, Verdict::unreadable);
    if (options_.digest || options_.detail == "all") judged.report.input_sha256 = package->sha256();
    judged.exit = exit_of(judged.report.verdict, judged.report.counts, options_.fail_on);
    return judged;
  }

 private:
  Judged fail(const Source& source, const Problem& problem) const {
    return {unreadable_report(source, problem), exit_of(problem)};
  }

  // The profile that was named, else the version profile of the detected format, else the floor alone.
  Result<std::shared_ptr<const Profile>> profile_for(const std::string& format, bool& known) {
    if (named_) return named_;
    const std::lock_guard lock(mutex_);
    const bool has_profile = !format.empty() && by_id(format);
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

  bool by_id(const std::string& id) {
    if (known_ids_.empty())
      for (const ProfileInfo& info : store_.profiles()) known_ids_[info.id] = true;
    return known_ids_.contains(id);
  }

  Store& store_;
  const CheckOptions& options_;
  const Limits& limits_;
  std::shared_ptr<const Profile> named_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Profile>> cache_;
  std::map<std::string, bool> known_ids_;
};

// Judges in `jobs` threads and hands the results over in input order.
template <class Take>
void in_order(std::vector<Input>& inputs, Checker& checker, unsigned jobs, Take take) {
  if (jobs <= 1 || inputs.size() <= 1) {
    for (const Input& input : inputs)
      if (!take(checker.judge(input))) return;
    return;
  }
  const std::size_t ahead = jobs * 4;  // results that may wait for their turn
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Judged> done;
  std::size_t next = 0, turn = 0;
  bool stop = false;
  const auto work = [&] {
    for (;;) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return stop || next >= inputs.size() || next < turn + ahead; });
      if (stop || next >= inputs.size()) return;
      const std::size_t mine = next++;
      lock.unlock();
      Judged judged = checker.judge(inputs[mine]);
      lock.lock();
      done.emplace(mine, std::move(judged));
      changed.notify_all();
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(work);
  for (; turn < inputs.size() && !stop;) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return done.contains(turn); });
    Judged judged = std::move(done.extract(turn).mapped());
    lock.unlock();
    const bool going = take(std::move(judged));
    lock.lock();
    ++turn;
    if (!going) stop = true;
    changed.notify_all();
  }
  for (std::thread& thread : threads) thread.join();
}

bool use_color(const std::string& setting, const std::string& output) {
  if (setting != "auto") return setting == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return output.empty() && ::isatty(1) == 1 && !(no_color && *no_color);
}

}  // namespace

int run_check(Store& store, const CheckOptions& options) {
  const auto limits = read_limits(options.input.limits);
  if (!limits) return complain(limits.problem()), exit_of(limits.problem());
  if (options.language != "en" && !options.language.starts_with("en-"))
    complain("messages exist in English only so far; --lang " + options.language + " is not available yet");
  Checker checker(store, options, *limits);
  if (const auto prepared = checker.prepare(); !prepared) return complain(prepared.problem()), exit_of(prepared.problem());
  auto inputs = collect_inputs(options.input, *limits);
  if (!inputs) return complain(inputs.problem()), exit_of(inputs.problem());

  const RendererInfo* info = nullptr;
  std::string names;
  for (const RendererInfo& row : renderer_table()) {
    names += (names.empty() ? "" : ", ") + std::string(row.id);
    if (row.id == options.format) info = &row;
  }
  if (!info) return complain("there is no format \"" + options.format + "\"; formats are " + names), usage;

  auto output = Output::open(options.output);
  if (!output) return complain(output.problem()), internal;
  RenderOptions render;
  const bool one = inputs->size() == 1 && options.format != "ndjson";
  const std::string detail = options.detail.empty() ? (one ? "all" : "judged") : options.detail;
  render.detail = detail == "all" ? Detail::all : detail == "judged" ? Detail::judged : Detail::findings;
  render.color = use_color(options.color, options.output);
  render.quiet = options.quiet;
  const auto renderer = info->make(render, [&](std::string_view text) { return output->write(text); });

  int worst = ok;
  bool good = renderer->begin();
  if (good)
    in_order(*inputs, checker, options.jobs, [&](Judged judged) {
      worst = graver(worst, judged.exit);
      return good = renderer->add(judged.report);
    });
  good = good && renderer->end();
  if (!output->finish() || !good) {
    complain("the report cannot be written: " + output->trouble());
    return internal;
  }
  return worst;
}

}  // namespace assay::cli_detail
