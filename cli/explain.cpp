// assay explain: what a rule or requirement means, why it is there, and what good and bad look like.
#include <algorithm>
#include <set>
#include <tuple>

#include <assay/messages.hpp>

#include "messages/catalogue.hpp"
#include "profile/kinds/kind.hpp"
#include "text/message_format.hpp"
#include "text/unicode.hpp"
#include "vectors/example.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

using ProfilePtr = std::shared_ptr<const Profile>;

std::string told(std::string_view key, std::initializer_list<Argument> arguments = {}) {
  return say(language(), key, arguments);
}

std::string named(messages::Named what, const std::string& english) {
  return messages::named(language(), what, english);
}

// Package text of some lines, each of them indented; control characters shown. A bomb is not printed whole.
std::string block(std::string_view text) {
  constexpr std::size_t most_lines = 20, most_bytes = 300;
  std::string out;
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (++lines > most_lines) return out + "  …\n";
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at), shown = kinds_detail::shortened(line, most_bytes);
    out += "  " + text::visible(shown) + (shown.size() < line.size() ? "…\n" : "\n");
    at = end + 1;
  }
  return out;
}

std::string in_words(const vectors::Example& example) {
  using Kind = vectors::Example::Kind;
  const std::string good = "\n" + told("explain.good") + "\n", bad = "\n" + told("explain.bad") + "\n";
  const std::string lacks = "  " + told("explain.lacks-file") + "\n", holds = "  " + told("explain.holds-file") + "\n",
                    name = block(example.bad);
  if (example.kind == Kind::zipped) return bad + name;
  if (example.kind == Kind::removed) return good + holds + name + bad + lacks + name;
  if (example.kind == Kind::added) return good + lacks + name + bad + holds + name + block(example.content);
  return good + (example.good.empty() ? "  " + told("explain.without") + "\n" : block(example.good)) + bad +
         (example.bad.empty() ? "  " + told("explain.left-out") + "\n" : block(example.bad));
}

std::string row_text(const Requirement& row, std::string_view part, const std::string& english) {
  return std::string(messages::text_of(language(), messages::requirement_key(row, part), english).text);
}

void about_requirement(std::string& out, const Requirement& row) {
  constexpr std::string_view levels[] = {"level.must", "level.should", "level.may"};
  const auto line = [&out](const std::string& text) { out += "      " + text + "\n"; };
  out += "  " + row.id + " (" + told(levels[static_cast<int>(row.level)]) + ")  " +
         row_text(row, "statement", row.statement) + "\n";
  if (row.refuse) line(told("explain.refuse"));
  if (!row.rationale.empty()) line(told("explain.why", {{"reason", row_text(row, "rationale", row.rationale)}}));
  if (!row.clause.empty()) line(told("explain.source", {{"clause", named(messages::Named::clause, row.clause)}}));
  std::string elsewhere;
  for (const std::string& xref : row.xref) elsewhere += (elsewhere.empty() ? "" : ", ") + xref;
  if (!elsewhere.empty()) line(told("explain.also-known-as", {{"ids", elsewhere}}));
  if (row.wild == "none" || row.wild == "texts") line(told("explain.wild-" + row.wild));
  if (row.testable == Testable::manual) line(told("explain.manual"));
  if (row.testable == Testable::no) line(told("explain.untestable"));
}

/// Looks an id up in all profiles and writes about it.
class Explainer {
 public:
  Explainer(const Store& store, std::string id)
      : store_(store), id_(id.substr(0, id.find(':'))) {}  // "rule:cause" is about the rule

  /// "cn.…" and "cn/…" are of the overlay cn.
  [[nodiscard]] bool is_of(const std::string& overlay) const {
    return id_.size() > overlay.size() && id_.starts_with(overlay) &&
           (id_[overlay.size()] == '.' || id_[overlay.size()] == '/');
  }

  void know(const std::string& id) { known_.insert(id); }

  void look_into(const ProfilePtr& profile, const ProfileInfo& info) {
    for (const Rule& rule : profile->rules) {
      known_.insert(rule.id);
      // A rule is told once, where it comes from, not again for each profile that includes it.
      if (rule.id == id_ && rule.origin == info.id)
        tell_rule(rule, *profile);
      else if (rule.id == id_ && !elsewhere_)
        elsewhere_ = profile;
    }
    for (std::uint32_t r = 0; r < profile->requirements.size(); ++r) {
      const Requirement& row = profile->requirements[r];
      known_.insert(row.id);
      if (row.id != id_ && row.family + "/" + row.row != id_) continue;
      if (said_.insert(row.id).second) tell_requirement(row, r, *profile);
    }
  }

  std::string finish() {
    if (text_.empty() && elsewhere_)
      for (const Rule& rule : elsewhere_->rules)
        if (rule.id == id_) tell_rule(rule, *elsewhere_);
    for (const Group& group : groups_) text_ += "\n" + group.titles + ": " + group.text;
    return text_;
  }

  [[nodiscard]] std::string nearest() const {
    constexpr std::size_t most = 5;
    const bool row = id_.find('/') != std::string::npos;
    std::vector<std::string_view> views;
    std::vector<std::string> part_of;  // whoever remembers a part of the name wants the whole
    for (const std::string& id : known_) {
      if (id_.size() >= 3 && id.find(id_) != std::string::npos) part_of.push_back(id);
      if ((id.find('/') != std::string::npos) == row) views.push_back(id);
    }
    if (part_of.empty()) return text::nearest(id_, views, 3);
    // What begins with it, or is the shortest, is meant more often.
    std::sort(part_of.begin(), part_of.end(), [this](const std::string& a, const std::string& b) {
      return std::tuple(!a.starts_with(id_), a.size(), a) < std::tuple(!b.starts_with(id_), b.size(), b);
    });
    std::string names;
    for (std::size_t i = 0; i < std::min(part_of.size(), most); ++i) names.append(i ? ", " : "").append(part_of[i]);
    return names;
  }

 private:
  std::string example(const std::string& rule) {
    if (!suite_)
      if (auto suite = vectors::Suite::load(store_, "")) suite_ = std::move(*suite);
    const auto found = suite_ ? vectors::example_of(*suite_, rule) : std::nullopt;
    return found ? in_words(*found) : std::string();
  }

  std::string about_rule(const Rule& rule) {
    const auto part = [&](std::string_view name, const std::string& english) {
      return text::in_general(messages::text_of(language(), messages::key_of(rule.id, name), english).text);
    };
    std::string out = rule.id + "\n\n  " + part("message", rule.message) + "\n";
    if (!rule.fix.empty()) out += "\n" + told("explain.fix") + "\n  " + part("fix", rule.fix) + "\n";
    out += example(rule.id);
    if (rule.confidence < 1) out += "\n" + told("explain.guess") + "\n";
    return out;
  }

  void tell_rule(const Rule& rule, const Profile& profile) {
    if (text_.empty()) text_ = about_rule(rule);
    std::string text = told("severity." + std::string(to_string(rule.severity))) + "\n";
    for (const std::uint32_t r : rule.requirements) {
      Requirement row = profile.requirements[r];
      row.id = row.family + "/" + row.row;
      about_requirement(text, row);
    }
    for (Group& group : groups_)
      if (group.text == text) {
        group.titles += ", " + named(messages::Named::title, profile.title);
        return;
      }
    groups_.push_back({named(messages::Named::title, profile.title), std::move(text)});
  }

  void tell_requirement(const Requirement& row, std::uint32_t index, const Profile& profile) {
    if (!text_.empty()) text_ += "\n";
    about_requirement(text_, row);
    std::string shown;
    for (const Rule& rule : profile.rules) {
      if (std::find(rule.requirements.begin(), rule.requirements.end(), index) == rule.requirements.end()) continue;
      text_ += "      " + told("explain.judged-by", {{"rule", rule.id}}) + "\n";
      if (shown.empty()) shown = example(rule.id);
    }
    if (said_.size() == 1) text_ += shown;  // the next version of the row would show the same
  }

  // Versions that say the same of a rule.
  struct Group {
    std::string titles, text;
  };

  const Store& store_;
  std::string id_, text_;
  std::vector<Group> groups_;
  std::optional<vectors::Suite> suite_;
  ProfilePtr elsewhere_;
  std::set<std::string> known_, said_;
};

}  // namespace

int run_explain(Store& store, const ExplainOptions& options) {
  Explainer explainer(store, options.id);
  bool is_profile = false;
  for (const ProfileInfo& info : store.profiles()) {
    is_profile = is_profile || info.id == options.id;
    explainer.know(info.id);
    const bool overlay = info.kind == "overlay";
    if (overlay && !explainer.is_of(info.id)) continue;
    const auto profile = overlay ? resolve(store, {{"safe-package-1"}, {info.id}}) : resolve(store, {{info.id}, {}});
    if (profile)
      explainer.look_into(*profile, info);
    else
      complain(profile.problem());
  }
  if (const std::string text = explainer.finish(); !text.empty()) return print_out(text);
  if (is_profile)
    return complain("\"" + options.id + "\" is a profile; see: assay rules --profile " + options.id), usage;
  const std::string near = explainer.nearest();
  complain("there is no rule or requirement \"" + options.id + "\"" +
           (near.empty() ? "; see: assay rules" : "; did you mean " + near + "?"));
  return usage;
}

}  // namespace assay::cli_detail
