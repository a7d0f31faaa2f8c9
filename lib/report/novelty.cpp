#include "report/novelty.hpp"

#include <set>
#include <unordered_map>
#include <vector>

#include <assay/profile.hpp>
#include <assay/render.hpp>

#include "report/common.hpp"

namespace assay::report {

void mark_novelty(Report& report, std::span<const OldFinding> old) {
  report.compared = true;
  std::unordered_map<std::string_view, std::vector<const OldFinding*>> waiting;  // by fingerprint, first one last
  for (std::size_t i = old.size(); i-- > 0;) waiting[old[i].told.fingerprint].push_back(&old[i]);
  for (Finding& finding : report.findings) {
    finding.novelty = Novelty::fresh;
    const auto alike = waiting.find(finding.fingerprint);
    if (alike == waiting.end() || alike->second.empty()) continue;
    // What was waived then and is not waived now was never accepted as it is.
    if (!alike->second.back()->waived || finding.waived) finding.novelty = Novelty::unchanged;
    alike->second.pop_back();
  }
  // What could not be looked at this time, or is beyond the limit of findings, is not gone.
  const std::vector<bool> half = half_judged(report);
  std::set<std::string_view> unseen;
  for (std::size_t i = 0; i < half.size(); ++i)
    if (half[i]) unseen.insert(report.profile->rules[i].id);
  for (const OldFinding& each : old) {
    auto& left = waiting[each.told.fingerprint];
    if (left.empty() || left.back() != &each) continue;
    left.pop_back();
    if (report.profile && !ended_early(report) && !unseen.contains(each.told.rule)) report.gone.push_back(each.told);
  }
}

OldFinding as_old(const Report& report, const Finding& finding) {
  return {{report.profile->rules[finding.rule].id, finding.cause, finding.fingerprint,
           message_of(report, finding, "en"), finding.severity, finding.location},
          finding.waived};
}

}  // namespace assay::report
