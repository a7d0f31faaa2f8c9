#include <assay/baseline.hpp>

#include <algorithm>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>

#include <assay/profile.hpp>

#include "json/mistakes.hpp"
#include "report/glob.hpp"
#include "report/novelty.hpp"

namespace assay {
namespace {

using report::OldFinding;

// What an earlier report says about one input.
struct OldResult {
  std::string profile;
  std::vector<OldFinding> findings;
  std::set<std::string, std::less<>> blocked;
  bool truncated = false, ended_early = false;
};

constexpr const char* bad_baseline = "bad-baseline";
constexpr const char* make_one = "Make one: assay check --format json -o baseline.json …";

Problem no_report(JsonNode at) {
  return json::problem_at(at, bad_baseline, "This is no report of assay check.", make_one);
}

std::uint32_t whole(JsonNode node) {
  const double value = number(node);
  return value >= 1 && value < 4e9 ? static_cast<std::uint32_t>(value) : 0;
}

Severity severity_of(std::string_view word) {
  return word == "error" ? Severity::error : word == "warning" ? Severity::warning : Severity::info;
}

OldFinding read_finding(JsonNode node) {
  const auto text_of = [&](const char* name) { return std::string(content(member(node, name))); };
  OldFinding old;
  old.told.rule = text_of("rule");
  if (type(member(node, "cause")) == JsonType::string) old.told.cause = text_of("cause");
  old.told.fingerprint = text_of("fingerprint");
  old.told.message = text_of("message");
  old.told.severity = severity_of(content(member(node, "severity")));
  const JsonNode place = member(node, "location");
  const auto name_of = [&](const char* name) {
    const JsonNode each = member(place, name);
    return type(each) == JsonType::string ? std::string(content(each)) : std::string();
  };
  old.told.location = {name_of("file"), whole(member(place, "line")), whole(member(place, "column")), name_of("path")};
  const JsonNode waiver = member(node, "waiver");
  old.waived = waiver && !boolean(member(waiver, "expired"));
  return old;
}

std::optional<Problem> read_result(JsonNode node, std::unordered_map<std::string, OldResult>& results) {
  const JsonNode path = member(member(node, "input"), "path"), findings = member(node, "findings");
  if (type(path) != JsonType::string || type(findings) != JsonType::array) return no_report(node);
  OldResult result;
  result.profile = content(member(member(node, "profile"), "id"));
  const JsonNode deterministic = member(node, "deterministic");  // there only when a signal or the clock ended it
  result.truncated = boolean(member(node, "truncated"));
  result.ended_early = deterministic && !boolean(deterministic);
  for (JsonNode each = first_child(findings); each; each = next_sibling(each)) {
    OldFinding old = read_finding(each);
    if (old.told.rule.empty()) return json::missing(each, bad_baseline, "rule", make_one);
    if (old.told.fingerprint.empty()) return json::missing(each, bad_baseline, "fingerprint", make_one);
    result.findings.push_back(std::move(old));
  }
  const JsonNode outcomes = member(node, "outcomes");
  for (JsonNode each = first_child(outcomes); each; each = next_sibling(each))
    if (content(member(each, "outcome")) == "blocked") result.blocked.emplace(content(member(each, "rule")));
  results.insert_or_assign(report::plain_path(content(path)), std::move(result));
  return std::nullopt;
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

struct Baseline::Impl {
  std::string file;
  std::unordered_map<std::string, OldResult> results;
  std::mutex mutex;
  std::set<std::string> unknown, other_profile, truncated, ended_early;  // inputs to be told about

  // A whole report, or false when the text is not one.
  std::optional<Problem> read_document(const JsonDocument& document) {
    const JsonNode list = member(root(document), "results");
    if (content(member(root(document), "schema")) != "assay-report/1" || type(list) != JsonType::array)
      return no_report(root(document));
    for (JsonNode node = first_child(list); node; node = next_sibling(node))
      if (auto problem = read_result(node, results)) return problem;
    return std::nullopt;
  }

  std::optional<Problem> read_lines(std::string_view bytes, const Limits& limits) {
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const std::string_view line = bytes.substr(at, end - at);
      at = end + 1;
      ++number;
      if (blank(line)) continue;
      std::optional<Problem> problem;
      if (const auto document = json::parse(file, std::string(line), limits); !document)
        problem = document.problem();
      else if (!member(root(**document), "notes"))
        problem = read_result(root(**document), results);
      if (!problem) continue;
      problem->line += number - 1;
      return problem;
    }
    return std::nullopt;
  }
};

Baseline::Baseline() : impl_(std::make_unique<Impl>()) {}
Baseline::Baseline(Baseline&&) noexcept = default;
Baseline& Baseline::operator=(Baseline&&) noexcept = default;
Baseline::~Baseline() = default;

Result<Baseline> Baseline::parse(std::string file, std::string bytes, const Limits& limits) {
  Baseline baseline;
  Impl& impl = *baseline.impl_;
  impl.file = file;
  std::optional<Problem> problem;
  // One object on the first line: a line for each result. Otherwise the whole is one report.
  const std::string first = bytes.substr(0, bytes.find('\n'));
  const auto line = json::parse(file, first, limits);
  if (line && member(root(**line), "input")) {
    problem = impl.read_lines(bytes, limits);
  } else if (const auto document = json::parse(file, std::move(bytes), limits); document) {
    problem = impl.read_document(**document);
  } else {
    problem = document.problem();
  }
  if (!problem) return baseline;
  problem->kind = ProblemKind::usage;
  return *problem;
}

void Baseline::compare(Report& report, bool only) const {
  auto found = impl_->results.find(report::plain_path(report.input_path));
  if (found == impl_->results.end() && only && impl_->results.size() == 1) found = impl_->results.begin();
  if (found == impl_->results.end()) {
    report::mark_novelty(report, {});
    const std::lock_guard lock(impl_->mutex);
    impl_->unknown.insert(report.input_path);
    return;
  }
  const OldResult& old = found->second;
  report::mark_novelty(report, old.findings);
  report.blocked_as_before = true;
  for (std::size_t i = 0; i < report.outcomes.size(); ++i)
    if (report.outcomes[i].outcome == Outcome::blocked && !old.blocked.contains(report.profile->rules[i].id))
      report.blocked_as_before = false;
  const std::lock_guard lock(impl_->mutex);
  if (old.ended_early)
    impl_->ended_early.insert(report.input_path);
  else if (old.truncated)
    impl_->truncated.insert(report.input_path);
  if (report.profile && !old.profile.empty() && old.profile != report.profile->id)
    impl_->other_profile.insert(report.input_path);
}

std::vector<Problem> Baseline::notes() const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<Problem> notes;
  const auto note = [&](const std::set<std::string>& inputs, const char* code, const std::string& what,
                        const std::string& advice) {
    if (inputs.empty()) return;
    const std::string more = inputs.size() == 1 ? "" : " (+" + std::to_string(inputs.size() - 1) + ")";
    notes.push_back({ProblemKind::usage, code, what + ": " + *inputs.begin() + more + ".", advice, impl_->file, 0, 0});
  };
  note(impl_->unknown, "not-in-baseline", "The baseline does not know this input, so all its findings are new",
       "Make the baseline again when they are accepted.");
  note(impl_->other_profile, "baseline-of-other-profile", "The baseline was made under another profile",
       "Make the baseline again.");
  note(impl_->truncated, "truncated-baseline", "The baseline does not list all findings of this input",
       "Make it again with a higher --limit findings=N.");
  note(impl_->ended_early, "unfinished-baseline", "The baseline does not list all findings of this input",
       "Make the baseline again.");
  return notes;
}

}  // namespace assay
