#include <assay/waivers.hpp>

#include <algorithm>
#include <atomic>
#include <unordered_map>

#include <assay/profile.hpp>

#include "json/mistakes.hpp"
#include "profile/store_data.hpp"
#include "report/common.hpp"
#include "report/glob.hpp"
#include "text/unicode.hpp"

namespace assay {
namespace {

constexpr std::size_t most_rows = 10'000, most_of_one_rule = 1'000;
constexpr std::string_view row_keys = "rule input file path fingerprint reason owner expires";

constexpr const char* code = "bad-waiver";

Problem wrong(JsonNode at, std::string message, std::string advice) {
  return json::problem_at(at, code, std::move(message), std::move(advice));
}

std::optional<Problem> no_text(JsonNode node, const std::string& advice) {
  if (type(node) != JsonType::string) return json::takes(node, code, key(node), "a text", advice);
  if (trimmed(content(node)).empty()) return wrong(node, text::quoted(key(node)) + " is empty.", advice);
  return std::nullopt;
}

Result<std::string> wanted(JsonNode row, const char* name, const std::string& advice) {
  const JsonNode node = member(row, name);
  if (!node) return json::missing(row, code, name, advice);
  if (auto problem = no_text(node, advice)) return *problem;
  return std::string(content(node));
}

Result<Waiver> read_row(JsonNode row, const std::string& file, std::string_view today) {
  if (auto problem = only_keys(row, row_keys)) return *problem;
  auto rule = wanted(row, "rule", "Write the id of the rule, for instance \"rule\": \"imscp.unused-resource\".");
  if (!rule) return rule.problem();
  auto reason = wanted(row, "reason", "Say why this is acceptable, for whoever reads the report.");
  if (!reason) return reason.problem();
  auto owner = wanted(row, "owner", "Name the person or group that answers for it.");
  if (!owner) return owner.problem();
  const std::string date_advice = "Write the last day it holds, for instance \"expires\": \"2026-12-31\".";
  auto expires = wanted(row, "expires", date_advice);
  if (!expires) return expires.problem();
  if (!is_date(*expires))
    return wrong(member(row, "expires"), text::quoted(*expires) + " is no day of the calendar.", date_advice);
  Waiver waiver;
  const std::size_t colon = rule->find(':');
  waiver.rule = rule->substr(0, colon);
  if (colon != std::string::npos) waiver.cause = rule->substr(colon + 1);
  for (const auto& [name, field] : {std::pair{"input", &Waiver::input},
                                    {"file", &Waiver::file},
                                    {"path", &Waiver::path},
                                    {"fingerprint", &Waiver::fingerprint}}) {
    const JsonNode node = member(row, name);
    if (node)
      if (auto problem = no_text(node, "Write a text, or leave it out when it holds everywhere.")) return *problem;
    waiver.*field = content(node);
  }
  waiver.reason = std::move(*reason);
  waiver.owner = std::move(*owner);
  waiver.expires = std::move(*expires);
  waiver.source = file;
  const auto place = json::position(row);
  waiver.line = place.line;
  waiver.column = place.column;
  waiver.expired = waiver.expires < today;
  return waiver;
}

bool about(const Waiver& waiver, const Report& report) {
  return waiver.input.empty() || report::matches_input(waiver.input, report.input_path);
}

bool covers(const Waiver& waiver, const Report& report, const Finding& finding) {
  return (waiver.cause.empty() || waiver.cause == finding.cause) &&
         (waiver.fingerprint.empty() || waiver.fingerprint == finding.fingerprint) &&
         (waiver.file.empty() || report::glob(waiver.file, finding.location.file)) &&
         (waiver.path.empty() || report::glob(waiver.path, finding.location.path)) && about(waiver, report);
}

}  // namespace

struct Waivers::Impl {
  std::vector<std::shared_ptr<const Waiver>> rows;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_rule;
  std::unique_ptr<std::atomic<bool>[]> used, applied;  // applied: a profile had its rule
  std::atomic<const Profile*> looked_at = nullptr;

  void note_rules_of(const Profile& profile) {
    if (looked_at.exchange(&profile) == &profile) return;  // one profile for many inputs
    for (const Rule& rule : profile.rules)
      if (const auto rows_of = by_rule.find(rule.id); rows_of != by_rule.end())
        for (const std::uint32_t index : rows_of->second) applied[index] = true;
  }
};

Waivers::Waivers() : impl_(std::make_unique<Impl>()) {}
Waivers::Waivers(Waivers&&) noexcept = default;
Waivers& Waivers::operator=(Waivers&&) noexcept = default;
Waivers::~Waivers() = default;

const std::vector<std::shared_ptr<const Waiver>>& Waivers::rows() const { return impl_->rows; }

Result<Waivers> Waivers::parse(std::string file, std::string bytes, std::string_view today) {
  const auto document = json::parse(file, std::move(bytes));
  if (!document) {
    Problem problem = document.problem();
    problem.kind = ProblemKind::usage;
    return problem;
  }
  const JsonNode top = root(**document), list = member(top, "waivers");
  const std::string shape = "Write { \"schema\": \"assay-waivers/1\", \"waivers\": [ … ] }.";
  if (type(top) != JsonType::object || content(member(top, "schema")) != "assay-waivers/1" ||
      type(list) != JsonType::array)
    return wrong(top, "This is no list of waivers.", shape);
  if (auto problem = only_keys(top, "schema waivers")) return *problem;
  if (size(list) > most_rows)
    return wrong(list, "There are more than " + std::to_string(most_rows) + " waivers.",
                 "Write fewer, with \"*\" in input, file or path.");
  Waivers waivers;
  Impl& impl = *waivers.impl_;
  for (JsonNode row = first_child(list); row; row = next_sibling(row)) {
    auto waiver = read_row(row, file, today);
    if (!waiver) return waiver.problem();
    impl.rows.push_back(std::make_shared<const Waiver>(std::move(*waiver)));
    auto& alike = impl.by_rule[impl.rows.back()->rule];
    alike.push_back(static_cast<std::uint32_t>(impl.rows.size() - 1));
    if (alike.size() > most_of_one_rule)
      return wrong(row, "There are more than " + std::to_string(most_of_one_rule) + " waivers for one rule.",
                   "Write fewer, with \"*\" in input, file or path.");
  }
  impl.used = std::make_unique<std::atomic<bool>[]>(impl.rows.size());
  impl.applied = std::make_unique<std::atomic<bool>[]>(impl.rows.size());
  return waivers;
}

std::optional<Problem> Waivers::check(const Store& store, const Profile* named) const {
  std::unordered_map<std::string, bool> known;  // id → refuses
  for (std::string& id : store.data().rule_ids()) known.emplace(std::move(id), false);
  // A list of waivers serves several runs: with other overlays, under other profiles.
  for (std::string& id : store.data().profile_rule_ids()) known.emplace(std::move(id), false);
  const auto floor = resolve(store, {});
  for (const Profile* profile : {floor ? floor->get() : nullptr, named})
    for (std::size_t i = 0; profile && i < profile->rules.size(); ++i)
      known[profile->rules[i].id] |= profile->rules[i].refuse;
  for (const auto& waiver : impl_->rows) {
    Problem problem{ProblemKind::usage, code, "", "", waiver->source, waiver->line, waiver->column};
    const auto found = known.find(waiver->rule);
    if (found == known.end()) {
      std::vector<std::string_view> names;
      for (const auto& [id, refuses] : known) names.push_back(id);
      std::sort(names.begin(), names.end());
      problem.message = "There is no rule " + text::quoted(waiver->rule) + ".";
      problem.advice = text::suggestion(waiver->rule, names, "See: assay rules.");
      return problem;
    }
    if (found->second) {
      problem.message = "The rule " + waiver->rule + " refuses unsafe packages, so it cannot be waived.";
      problem.advice = "Repair the package, and remove this waiver.";
      return problem;
    }
  }
  return std::nullopt;
}

void Waivers::apply(Report& report) const {
  bool any = false;
  impl_->note_rules_of(*report.profile);
  for (Finding& finding : report.findings) {
    const Rule& rule = report.profile->rules[finding.rule];
    const auto candidates = impl_->by_rule.find(rule.id);
    if (candidates == impl_->by_rule.end() || rule.refuse) continue;
    for (const std::uint32_t index : candidates->second) {
      const auto& waiver = impl_->rows[index];
      if (!covers(*waiver, report, finding)) continue;
      impl_->used[index] = true;
      if (!finding.waiver || finding.waiver->expired) finding.waiver = waiver;
      if (waiver->expired) continue;
      finding.waived = any = true;
      break;
    }
  }
  // Of these nobody knows what waives nothing.
  const std::vector<bool> half = report::half_judged(report);
  for (std::size_t i = 0; i < half.size(); ++i)
    if (const auto rows = impl_->by_rule.find(report.profile->rules[i].id); half[i] && rows != impl_->by_rule.end())
      for (const std::uint32_t index : rows->second)
        if (const Waiver& waiver = *impl_->rows[index]; !waiver.expired && about(waiver, report))
          impl_->used[index] = true;
  if (any) settle(report);
}

std::vector<Problem> Waivers::notes() const {
  std::vector<Problem> notes;
  for (std::size_t i = 0; i < impl_->rows.size(); ++i) {
    const Waiver& waiver = *impl_->rows[i];
    if (!waiver.expired && impl_->used[i]) continue;
    const std::string id = waiver.rule + (waiver.cause.empty() ? "" : ":" + waiver.cause);
    Problem note{ProblemKind::usage, "", "", "", waiver.source, waiver.line, waiver.column};
    if (waiver.expired) {
      note.code = "expired-waiver";
      note.message = "The waiver of " + waiver.owner + " for " + id + " expired on " + waiver.expires + ".";
      note.advice =
          impl_->used[i] ? "Repair what it was for, or decide again." : "Remove it: it waives nothing any more.";
    } else if (!impl_->applied[i]) {
      note.code = "waiver-of-other-profile";
      note.message = "The waiver of " + waiver.owner + " for " + id + " is about a rule that was not applied here.";
      note.advice = "Keep it for runs with the profile or overlay that has this rule.";
    } else {
      note.code = "unused-waiver";
      note.message = "The waiver of " + waiver.owner + " for " + id + " waives nothing.";
      note.advice = "Remove it, or correct where it holds.";
    }
    notes.push_back(std::move(note));
  }
  return notes;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  int part[3] = {};
  for (std::size_t i = 0, which = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++which;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return false;
    part[which] = part[which] * 10 + (text[i] - '0');
  }
  const auto [year, month, day] = part;
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (leap && month == 2 ? 1 : 0);
}

}  // namespace assay
