// The loop: for each rule, are its documents there and readable? Then its check, then its outcome.
#include <assay/validate.hpp>

#include <algorithm>
#include <set>
#include <tuple>

#include "language/data.hpp"
#include "limits.hpp"
#include "package/package_data.hpp"
#include "pages/contents.hpp"
#include "profile/claims.hpp"
#include "profile/param_set.hpp"
#include "report/common.hpp"
#include "report/fingerprint.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

// Bytes of one value in a finding. A value may be megabytes, and thousands of findings may name it.
constexpr std::size_t most_argument = 2'000;

// What one rule says while it runs.
struct RuleRun {
  const Package& package;
  const Limits& limits;
  const Rule& rule;
  std::uint32_t index;
  std::vector<SchemaDefect> claimed;
  std::vector<Finding>& findings;
  std::vector<Problem>& problems;
  std::uint64_t judged = 0, reported = 0;
  bool blocked = false;
};

std::vector<std::string_view> roles_of(std::string_view needs) {
  std::vector<std::string_view> roles;
  while (!needs.empty()) {
    const std::size_t space = needs.find(' ');
    roles.push_back(needs.substr(0, space));
    needs = space == std::string_view::npos ? std::string_view() : needs.substr(space + 1);
  }
  return roles;
}

// These are always there; the other roles are documents of the format.
bool always_there(std::string_view role) {
  return role == "entries" || role == "documents" || role == "content" || role == "pages";
}

bool needs_pages(const Rule& rule) {
  const auto roles = roles_of(rule.needs);
  return std::find(roles.begin(), roles.end(), "pages") != roles.end();
}

struct Needs {
  bool any = false;         // at least one needed document exists, or nothing in particular is needed
  bool unreadable = false;  // one of them cannot be read
};

Needs examine(const Package& package, std::string_view needs) {
  Needs result;
  for (std::string_view role : roles_of(needs)) {
    if (always_there(role)) {  // such rules judge for themselves what could not be read
      result.any = true;
      continue;
    }
    for (std::uint32_t i = 0; i < document_count(package, role); ++i) {
      result.any = true;
      if (!document(package, role, i).well_formed) result.unreadable = true;
    }
  }
  return result;
}

std::vector<std::vector<SchemaDefect>> claims_of(const Package& package, const Profile& profile) {
  std::vector<std::vector<SchemaDefect>> claimed(profile.rules.size());
  for (const Document& document : package.documents()) {
    for (const auto* defects : {&document.defects, &document.unseen}) {
      const auto owners = claim(profile, *defects, document.role);
      for (std::size_t i = 0; i < owners.size(); ++i)
        if (owners[i] != none) claimed[owners[i]].push_back((*defects)[i]);
    }
  }
  return claimed;
}

bool before(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tie(f.location.file, f.location.line, f.location.column, f.location.path, f.rule, f.cause, f.arguments);
  };
  return key(a) < key(b);
}

RequirementOutcome worse(RequirementOutcome a, Outcome rule) {
  const auto mapped = rule == Outcome::failed    ? RequirementOutcome::failed
                      : rule == Outcome::blocked ? RequirementOutcome::cant_tell
                      : rule == Outcome::passed  ? RequirementOutcome::passed
                                                 : RequirementOutcome::inapplicable;
  return std::max(a, mapped);
}

// Of the rules that judged something.
std::vector<DataTable> tables_of(const Report& report) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < report.outcomes.size(); ++i)
    if (report.outcomes[i].outcome != Outcome::inapplicable)
      for (const std::string_view name : roles_of(report.profile->rules[i].params->tables)) names.insert(name);
  std::vector<DataTable> tables;
  for (const std::string_view name : names) {
    const JsonNode data = language::data_file(name);
    const auto field = [&](const char* key) { return std::string(content(member(data, key))); };
    tables.push_back({std::string(name), field("title"), field("date"), field("source")});
  }
  return tables;
}

// Nothing went wrong while reading, and still there is nothing to judge.
Problem unknown_format(const Format& format) {
  return {ProblemKind::unreadable,
          "unknown-format",
          "This is no course package that assay knows." +
              (format.guess.empty() ? "" : " It looks like " + format.guess + "."),
          "A SCORM or IMS package has a file imsmanifest.xml at its root; see: assay formats.",
          "",
          0,
          0};
}

}  // namespace

struct ReporterAccess {
  static Reporter make(RuleRun& run) {
    Reporter reporter;
    reporter.state_ = &run;
    return reporter;
  }
  static RuleRun& of(const Reporter& reporter) { return *static_cast<RuleRun*>(reporter.state_); }
};

void Reporter::judged(std::uint64_t targets) { ReporterAccess::of(*this).judged += targets; }
void Reporter::blocked() { ReporterAccess::of(*this).blocked = true; }
void Reporter::blocked(const Problem& why) {
  blocked();
  auto& told = ReporterAccess::of(*this).problems;
  const auto same = [&](const Problem& each) {
    return each.code == why.code && each.file == why.file && each.message == why.message;
  };
  if (std::none_of(told.begin(), told.end(), same)) told.push_back(why);
}
std::span<const SchemaDefect> Reporter::claimed() const { return ReporterAccess::of(*this).claimed; }

void Reporter::report(const Place& place, std::initializer_list<Argument> arguments) {
  report_arguments({}, place, {arguments.begin(), arguments.size()});
}
void Reporter::report_cause(std::string_view cause, const Place& place, std::initializer_list<Argument> arguments) {
  report_arguments(cause, place, {arguments.begin(), arguments.size()});
}

void Reporter::report_arguments(std::string_view cause, const Place& place, std::span<const Argument> arguments) {
  RuleRun& run = ReporterAccess::of(*this);
  ++run.reported;
  if (run.findings.size() >= run.limits.findings) return;  // counted, not kept
  Finding finding;
  finding.rule = run.index;
  finding.cause = cause;
  finding.severity = run.rule.severity;
  finding.confidence = run.rule.confidence;
  finding.location = locate(run.package, place);
  finding.excerpt = excerpt(run.package, place);
  for (const Argument& argument : arguments)
    finding.arguments.emplace_back(argument.name, text::beginning(argument.value, most_argument));
  std::sort(finding.arguments.begin(), finding.arguments.end());
  finding.fingerprint =
      report::fingerprint(run.rule.id, finding, place.node ? xml::stable_path(place.node) : finding.location.path);
  run.findings.push_back(std::move(finding));
}

Report validate(const Package& package, const std::shared_ptr<const Profile>& profile, const Limits& limits) {
  Report report;
  report.input_path = package.path();
  report.input_kind = package.kind();
  report.input_bytes = package.bytes();
  report.format = package.format();
  report.profile = profile;
  report.problems.assign(package.problems().begin(), package.problems().end());
  report.outcomes.resize(profile->rules.size());
  auto claimed = claims_of(package, *profile);
  // Files are read on the way, by the limits that the package was opened with.
  const auto stop = [&]() -> const Stop& {
    return package.data().limits.stop.asked() ? package.data().limits.stop : limits.stop;
  };
  const bool unread = report::ended_early(report);  // open() was stopped: nobody knows what there is
  // Whoever needs pages comes first: then files are read once for all.
  if (!unread && !stop().asked() &&
      std::any_of(profile->rules.begin(), profile->rules.end(), [](const Rule& rule) { return needs_pages(rule); }))
    (void)pages(package);
  bool cut = unread || stop().asked();
  const auto* const contents = package.data().page_facts_if_made();
  // Nothing found is no proof then.
  const bool pages_left_out = contents && (contents->incomplete || !contents->problems.empty());

  for (std::uint32_t i = 0; i < profile->rules.size(); ++i) {
    const Rule& rule = profile->rules[i];
    const Needs needs = examine(package, rule.needs);
    if (!needs.any && !unread) continue;
    if (cut) {
      report.outcomes[i].outcome = Outcome::blocked;
      continue;
    }
    const std::size_t kept = report.findings.size();
    RuleRun run{package, limits, rule, i, std::move(claimed[i]), report.findings, report.problems};
    Reporter reporter = ReporterAccess::make(run);
    rule.check(package, rule.parameters(), reporter);
    if ((cut = stop().asked())) {  // it may have seen a part only of what it judges
      report.findings.resize(kept);
      report.outcomes[i].outcome = Outcome::blocked;
      continue;
    }
    report.findings_total += run.reported;
    report.outcomes[i].findings = run.reported;
    report.outcomes[i].outcome = run.reported ? Outcome::failed
                                 : run.blocked || needs.unreadable || (pages_left_out && needs_pages(rule))
                                     ? Outcome::blocked
                                 : run.judged ? Outcome::passed
                                              : Outcome::inapplicable;
  }
  if (const auto* read = package.data().page_facts_if_made())
    report.problems.insert(report.problems.end(), read->problems.begin(), read->problems.end());
  std::sort(report.findings.begin(), report.findings.end(), before);

  for (const Requirement& requirement : profile->requirements)
    report.requirements.push_back(requirement.testable == Testable::automatic ? RequirementOutcome::inapplicable
                                                                              : RequirementOutcome::untested);
  for (std::size_t i = 0; i < profile->rules.size(); ++i)
    for (const std::uint32_t r : profile->rules[i].requirements)
      if (report.requirements[r] != RequirementOutcome::untested)
        report.requirements[r] = worse(report.requirements[r], report.outcomes[i].outcome);

  if (report.format.id.empty() && report.problems.empty()) report.problems.push_back(unknown_format(report.format));
  if (cut && !unread) report.problems.push_back(early_end(stop()));
  if (report.findings_total > report.findings.size())
    report.problems.push_back(findings_left_out(report.findings.size(), report.findings_total));
  report.tables = tables_of(report);
  settle(report);
  return report;
}

Report unreadable_report(const Source& source, const Problem& problem) {
  Report report;
  report.input_path = source.path;
  report.verdict = problem.kind == ProblemKind::refused ? Verdict::refused : Verdict::unreadable;
  report.problems.push_back(problem);
  return report;
}

}  // namespace assay
