// From findings and outcomes to judgements, counts and the verdict.
#include <algorithm>
#include <vector>

#include <assay/profile.hpp>
#include <assay/report.hpp>

#include "report/common.hpp"

namespace assay {
namespace {

Judgement judge(const Report& report, std::string question, std::string id, bool floor) {
  const Profile& profile = *report.profile;
  Judgement judgement{std::move(question), std::move(id), profile.digest, Verdict::conforms, {}};
  const auto mine = [&](const Rule& rule) { return rule.id.starts_with(Profile::floor_family) == floor; };
  const auto count = [&](const Rule& rule, Severity severity, std::uint64_t findings) {
    Counts& c = judgement.counts;
    (severity == Severity::error ? c.error : severity == Severity::warning ? c.warning : c.info) += findings;
    if (severity == Severity::error)
      judgement.verdict = std::max(judgement.verdict, rule.refuse ? Verdict::refused : Verdict::does_not_conform);
  };
  const std::vector<std::uint64_t> left_out = report::left_out(report);
  for (const Finding& finding : report.findings) {
    const Rule& rule = profile.rules[finding.rule];
    if (!mine(rule)) continue;
    if (finding.waived)
      ++judgement.counts.waived;
    else
      count(rule, finding.severity, 1);
  }
  for (std::size_t i = 0; i < profile.rules.size(); ++i) {
    if (!mine(profile.rules[i])) continue;
    if (left_out[i] > 0) count(profile.rules[i], profile.rules[i].severity, left_out[i]);
    if (report.outcomes[i].outcome != Outcome::blocked) continue;
    for (const std::uint32_t r : profile.rules[i].requirements)
      if (profile.requirements[r].level == Level::must)
        judgement.verdict = std::max(judgement.verdict, Verdict::incomplete);
  }
  return judgement;
}

}  // namespace

void settle(Report& report) {
  report.judgements.clear();
  report.counts = {};
  report.verdict = Verdict::conforms;
  const Profile& profile = *report.profile;
  report.judgements.push_back(judge(report, "safe", std::string(Profile::floor_id), true));
  if (profile.question != "safe") report.judgements.push_back(judge(report, profile.question, profile.id, false));
  for (const Judgement& judgement : report.judgements) {
    report.verdict = std::max(report.verdict, judgement.verdict);
    report.counts.error += judgement.counts.error;
    report.counts.warning += judgement.counts.warning;
    report.counts.info += judgement.counts.info;
    report.counts.waived += judgement.counts.waived;
  }
  if (report.format.id.empty()) report.verdict = std::max(report.verdict, Verdict::unreadable);
  for (const Problem& problem : report.problems)
    if (problem.code == "interrupted") report.verdict = std::max(report.verdict, Verdict::incomplete);
  const bool limit_hit = std::any_of(report.problems.begin(), report.problems.end(),
                                     [](const Problem& p) { return p.kind == ProblemKind::refused; });
  if (limit_hit || report.findings_total > report.findings.size()) report.verdict = Verdict::refused;
}

}  // namespace assay
