#include "vectors/mutate.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <set>

#include <assay/validate.hpp>

#include "embedded.hpp"
#include "profile/store_data.hpp"
#include "vectors/run.hpp"

namespace assay::vectors {
namespace {

struct Mutant {
  std::string rule, change;
  std::string rules_json;  // the whole file with the change
};

std::string number_text(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value);
  return {text, end.ptr};
}

// Copies a JSON tree, with one place changed.
void copy(json::Writer& out, JsonNode node, const std::function<bool(json::Writer&, JsonNode)>& change) {
  if (change(out, node)) return;
  switch (type(node)) {
    case JsonType::object:
      out.begin_object();
      for (JsonNode each = first_child(node); each; each = next_sibling(each)) {
        std::string value;
        json::Writer inner(value);
        copy(inner, each, change);
        if (!value.empty()) out.key(key(each)).raw(value);  // nothing: the member is dropped
      }
      out.end_object();
      break;
    case JsonType::array:
      out.begin_array();
      for (JsonNode each = first_child(node); each; each = next_sibling(each)) {
        std::string value;
        json::Writer inner(value);
        copy(inner, each, change);
        if (!value.empty()) out.raw(value);
      }
      out.end_array();
      break;
    case JsonType::string: out.string(content(node)); break;
    default: out.raw(content(node)); break;
  }
}

class Mutator {
 public:
  explicit Mutator(const JsonDocument& rules) : rules_(rules) {}

  std::vector<Mutant> all(const std::string& filter) {
    for (JsonNode stanza = first_child(member(root(rules_), "rules")); stanza; stanza = next_sibling(stanza)) {
      rule_ = content(member(stanza, "id"));
      if (rule_.find(filter) == std::string::npos) continue;
      for (JsonNode field = first_child(stanza); field; field = next_sibling(field)) mutate_field(field);
    }
    return std::move(mutants_);
  }

 private:
  void mutate_field(JsonNode field) {
    const std::string_view name = key(field);
    if ((name == "min" || name == "max") && type(field) == JsonType::number)
      for (const double step : {-1.0, 1.0})
        put(field, std::string(name) + " " + (step < 0 ? "lowered" : "raised") + " by one",
            number_text(number(field) + step));
    if (name == "values" || name == "require" || name == "deny" || name == "patterns" || name == "cause" ||
        name == "element" || name == "parent" || name == "attribute" || name == "child" || name == "value" ||
        name == "standards") {
      if (type(field) == JsonType::array && size(field) > 1) {
        for (JsonNode entry = first_child(field); entry; entry = next_sibling(entry))
          put(entry, std::string(name) + " without " + std::string(content(entry)), "");
      } else if (name == "element" || name == "parent" || name == "child" || name == "attribute" || name == "cause") {
        put(field, std::string(name) + " negated", "\"no-such-name\"");
      } else if (name == "value") {
        put(field, "value negated", "\"no such value\"");
      } else if (name == "patterns") {
        put(field, "pattern accepts anything", "\"(?s).*\"");
      } else if (name == "values") {
        put(field, "values replaced", "[\"no such value\"]");
      }
    }
    if (name == "test") {
      std::string negated;
      json::Writer(negated).string("not(" + std::string(content(field)) + ")");
      put(field, "test negated", negated);
    }
    if (name == "trim" || name == "skip_empty" || name == "collapse") put(field, std::string(name) + " dropped", "");
  }

  void put(JsonNode place, std::string change, std::string replacement) {
    Mutant mutant{rule_, std::move(change), {}};
    json::Writer out(mutant.rules_json);
    copy(out, root(rules_), [&](json::Writer& to, JsonNode node) {
      if (!(node == place)) return false;
      if (!replacement.empty()) to.raw(replacement);
      return true;
    });
    mutants_.push_back(std::move(mutant));
  }

  const JsonDocument& rules_;
  std::string rule_;
  std::vector<Mutant> mutants_;
};

// Built packages are kept open: a mutant only changes the rules.
struct Case {
  const Vector* vector;
  std::optional<Package> package;
};

bool noticed(const std::vector<Case*>& cases, const Mutant& mutant, const std::string& path) {
  Store store;
  store.override_file(path, mutant.rules_json);
  std::map<std::string, std::shared_ptr<const Profile>> profiles;
  for (const Case* each : cases) {
    auto& profile = profiles[each->vector->profile];
    if (!profile) {
      auto resolved = resolve(store, {{each->vector->profile}, each->vector->overlays});
      if (!resolved) return true;  // the change is not even a profile
      profile = *resolved;
    }
    if (!each->package) continue;
    const Report report = validate(*each->package, profile);
    Answer answer;
    answer.verdict = to_string(report.verdict);
    for (const Finding& finding : report.findings)
      answer.findings.push_back({profile->rules[finding.rule].id,
                                 finding.cause,
                                 finding.location.file,
                                 std::string(to_string(finding.severity)),
                                 finding.location.path,
                                 finding.location.line,
                                 finding.location.column,
                                 {},
                                 {}});
    for (std::size_t i = 0; i < report.outcomes.size(); ++i)
      if (report.outcomes[i].outcome == Outcome::passed) answer.passed.push_back(profile->rules[i].id);
    if (!compare(*each->vector, answer).empty()) return true;
  }
  return false;
}

std::map<std::string, std::string> explained(const std::string& family) {
  std::map<std::string, std::string> reasons;
  const std::string path = "spec/" + family + "/survivors.json";
  const std::string_view bytes = embedded_file(path);
  if (!bytes.data()) return reasons;
  const auto parsed = json::parse(path, std::string(bytes));
  if (!parsed) return reasons;
  for (JsonNode row = first_child(member(root(**parsed), "survivors")); row; row = next_sibling(row))
    reasons.emplace(std::string(content(member(row, "rule"))) + ": " + std::string(content(member(row, "change"))),
                    content(member(row, "reason")));
  return reasons;
}

}  // namespace

Result<MutationReport> mutate(const Suite& suite, const std::string& filter) {
  MutationReport result;
  const TemporaryFolder folder;
  std::vector<std::unique_ptr<Case>> cases;
  std::multimap<std::string, Case*> by_rule;
  for (const Vector& vector : suite.vectors()) {
    auto built = build(suite, vector);
    if (!built) return built.problem();
    const std::string place = folder.path() + "/" + std::to_string(cases.size());
    std::filesystem::create_directory(place);
    auto path = write(*built, place);
    if (!path) return path.problem();
    auto made = std::make_unique<Case>();
    made->vector = &vector;
    if (auto package = open({*path})) made->package.emplace(std::move(*package));
    std::set<std::string> rules(vector.passed.begin(), vector.passed.end());
    for (const Expected& finding : vector.findings) rules.insert(finding.rule);
    for (const std::string& rule : rules) by_rule.emplace(rule, made.get());
    cases.push_back(std::move(made));
  }
  const Store store;
  for (const std::string& id : store.data().family_ids()) {
    const auto family = store.data().family(id);
    if (!family || !(*family)->rules) continue;
    const auto reasons = explained(id);
    for (const Mutant& mutant : Mutator(*(*family)->rules).all(filter)) {
      ++result.mutants;
      // The rule's own vectors first; a claim that became wider takes defects from other rules, so then all the others.
      std::vector<Case*> own, others;
      for (auto [at, end] = by_rule.equal_range(mutant.rule); at != end; ++at) own.push_back(at->second);
      for (const auto& each : cases)
        if (std::find(own.begin(), own.end(), each.get()) == own.end()) others.push_back(each.get());
      const std::string path = "validators/" + id + "/rules.json";
      if (noticed(own, mutant, path) || noticed(others, mutant, path)) continue;
      ++result.survivors;
      const std::string line = mutant.rule + ": " + mutant.change;
      const auto reason = reasons.find(line);
      result.unexplained += reason == reasons.end() ? 1 : 0;
      result.text += (reason == reasons.end() ? "SURVIVOR " : "explained ") + line +
                     (reason == reasons.end() ? "" : " (" + reason->second + ")") + "\n";
    }
  }
  result.text += std::to_string(result.mutants) + " mutants, " + std::to_string(result.survivors) + " survived, " +
                 std::to_string(result.unexplained) + " without a reason\n";
  return result;
}

}  // namespace assay::vectors
