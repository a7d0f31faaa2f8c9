// A report of two rules, for the tests of what writes reports.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include <assay/profile.hpp>
#include <assay/render.hpp>

namespace assay {

inline std::shared_ptr<Profile> small_profile() {
  auto profile = std::make_shared<Profile>();
  profile->id = "scorm-1.2";
  profile->title = "SCORM 1.2";
  profile->digest = "sha256:" + std::string(64, 'a');
  Requirement row;
  row.id = "imscp-1.1.2/R-031";
  row.family = "imscp";
  row.row = "R-031";
  row.statement = "An identifierref names a resource.";
  profile->requirements.push_back(row);
  Rule rule;
  rule.id = "imscp.dangling-item-reference";
  rule.requirements = {0};
  rule.message = "Item \"{item}\" refers to resource \"{identifierref}\", which does not exist.";
  rule.fix = "point it at one of {known}, or remove identifierref.";
  profile->rules.push_back(rule);
  rule.id = "safe-package.odd-thing";
  rule.message = "Entry {name}: {unknown}.";
  rule.fix = "";
  profile->rules.push_back(rule);
  return profile;
}

inline Finding dangling(std::uint32_t line, const std::string& item) {
  Finding finding;
  finding.location = {"imsmanifest.xml", line, 5, "/manifest/organizations/organization[1]/item[1]"};
  finding.excerpt = {"    <item identifier=\"" + item + "\" identifierref=\"R9\">", 4};
  finding.arguments = {{"identifierref", "R9"}, {"item", item}, {"known", "R1, R2, R3"}};
  finding.fingerprint = "0123456789abcdef";
  return finding;
}

inline Report small_report(std::vector<Finding> findings) {
  Report report;
  report.input_path = "course.zip";
  report.input_kind = "zip";
  report.input_bytes = 1234;
  report.format.id = "scorm-1.2";
  report.format.title = "SCORM 1.2";
  report.profile = small_profile();
  report.verdict = Verdict::does_not_conform;
  report.counts.error = findings.size();
  report.judgements = {{"conforms", "scorm-1.2", report.profile->digest, Verdict::does_not_conform, report.counts}};
  report.findings_total = findings.size();
  report.findings = std::move(findings);
  report.outcomes = {{Outcome::failed, report.findings_total}, {Outcome::passed, 0}};
  report.requirements = {RequirementOutcome::failed};
  return report;
}

inline std::string render(const std::string& format, const std::vector<Report>& reports,
                          const RenderOptions& options = {}) {
  std::string out;
  for (const RendererInfo& info : renderer_table()) {
    if (info.id != format) continue;
    const auto renderer = info.make(options, [&](std::string_view text) { return out.append(text), true; });
    CHECK(renderer->begin());
    for (const Report& report : reports) CHECK(renderer->add(report));
    CHECK(renderer->end({}));
  }
  return out;
}

}  // namespace assay
