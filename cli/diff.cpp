// assay diff: two versions of a package.
#include <assay/validate.hpp>

#include "diff/write.hpp"
#include "interrupt.hpp"
#include "report/novelty.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

Result<Report> judge(const Store& store, const DiffOptions& options, const Package& package, const Limits& limits) {
  ResolveOptions wanted{options.profiles, {}};
  if (wanted.profiles.empty() && store.has_version_profile(package.format().id))
    wanted.profiles = {package.format().id};
  const auto profile = resolve(store, wanted);
  if (!profile) return profile.problem();
  Report report = validate(package, *profile, limits);
  report.input_sha256 = package.sha256();
  return report;
}

}  // namespace

int run_diff(Store& store, const DiffOptions& options) {
  listen_for_interrupts();
  const auto stop = [](const Problem& problem) {
    if (interrupted()) return 128 + interrupted();
    return complain(problem), exit_of(problem);
  };
  auto limits = read_limits(options.limits);
  if (!limits) return stop(limits.problem());
  limits->stop = Stop(&interruption());
  auto before = open({options.before}, *limits);
  if (!before) return stop(before.problem());
  auto after = open({options.after}, *limits);
  if (!after) return stop(after.problem());
  auto old = judge(store, options, *before, *limits);
  if (!old) return stop(old.problem());
  auto now = judge(store, options, *after, *limits);
  if (!now) return stop(now.problem());
  diff::Difference difference{std::move(*old), std::move(*now), diff::compare_identity(*before, *after),
                              diff::compare_files(*before, *after)};
  if (interrupted()) return 128 + interrupted();
  // A limit that was hit leaves something out of the comparison.
  for (const Report* side : {&difference.before, &difference.after})
    for (Problem problem : side->problems) {
      if (problem.kind != ProblemKind::refused) continue;
      const bool inside = !problem.file.empty() && problem.file != side->input_path;
      problem.file = side->input_path + (inside ? ": " + problem.file : "");
      complain(problem);
    }
  std::vector<report::OldFinding> findings;
  for (const Finding& finding : difference.before.findings)
    findings.push_back(report::as_old(difference.before, finding));
  report::mark_novelty(difference.after, findings);
  const bool people = options.format == "text";
  const std::string spoken = language_of_report(people);
  auto output = Output::open(options.output);
  if (!output) return stop(output.problem());
  const std::string text = people ? diff::as_text(difference, spoken) : diff::as_json(difference, spoken);
  if (output->write(text) && output->finish())
    return !difference.identity.known ? unreadable : difference.identity.kept() ? ok : cli_detail::findings;
  if (!output->closed()) complain("the output cannot be written: " + output->trouble());
  return internal;
}

}  // namespace assay::cli_detail
