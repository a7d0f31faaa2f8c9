// assay explain: what a rule or requirement means, why it is there, and what good and bad look like.
#include <algorithm>
#include <set>

#include "embedded.hpp"
#include "json/document.hpp"
#include "text/unicode.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

using ProfilePtr = std::shared_ptr<const Profile>;

std::string_view in_words(Level level) {
  return level == Level::must ? "MUST" : level == Level::should ? "SHOULD" : "MAY";
}

bool expects(JsonNode vector, std::string_view rule) {
  const JsonNode findings = member(member(vector, "expect"), "findings");
  for (JsonNode each = first_child(findings); each; each = next_sibling(each))
    if (content(member(each, "rule")) == rule) return true;
  return false;
}

// Package text of some lines, each of them indented; control characters shown.
std::string block(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += "  " + text::visible(text.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out;
}

// What an edit of a vector makes of the good base, in words or as text; empty when it cannot be shown.
std::string shown(JsonNode edit) {
  const auto text_of = [&](const char* name) { return content(member(edit, name)); };
  if (const auto good = trimmed(text_of("old")), bad = trimmed(text_of("new")); !good.empty() || !bad.empty())
    return "\nGood\n" + (good.empty() ? "  (without this)\n" : block(good)) + "\nBad\n" +
           (bad.empty() ? "  (left out)\n" : block(bad));
  if (!text_of("rename").empty()) return "\nGood\n" + block(text_of("rename")) + "\nBad\n" + block(text_of("to"));
  if (!text_of("remove").empty()) return "\nBad\n  (the package lacks this file)\n" + block(text_of("remove"));
  if (!text_of("write").empty()) return "\nBad\n  (the package holds this file)\n" + block(text_of("write"));
  return {};
}

bool differs_only_in_space(JsonNode edit) {
  const auto without_space = [](std::string_view text) {
    std::string out(text);
    std::erase(out, ' ');
    return out;
  };
  return without_space(content(member(edit, "old"))) == without_space(content(member(edit, "new")));
}

// Good and bad example: an edit of a vector that fails, never written by hand. A difference that can be seen is better.
std::string example(const std::string& rule) {
  const std::size_t dot = rule.rfind('.');  // the id of an application profile has dots of its own
  if (dot == std::string::npos) return {};
  const std::string folder = "test_vectors/" + rule.substr(0, dot) + "/" + rule.substr(dot + 1) + "/";
  std::string second_best;
  for (const EmbeddedFile& file : embedded_under(folder)) {
    const auto parsed = json::parse(std::string(file.path), std::string(file.bytes));
    if (!parsed || !expects(root(**parsed), rule)) continue;
    const JsonNode edits = member(root(**parsed), "edits");
    for (JsonNode edit = first_child(edits); edit; edit = next_sibling(edit)) {
      std::string text = shown(edit);
      if (!text.empty() && !differs_only_in_space(edit)) return text;
      if (second_best.empty()) second_best = std::move(text);
    }
  }
  return second_best;
}

void about_requirement(std::string& out, const Requirement& row) {
  out += "  " + row.id + " (" + std::string(in_words(row.level)) + ")  " + row.statement + "\n";
  if (row.refuse) out += "      a package that breaks this is refused\n";
  if (!row.rationale.empty()) out += "      why: " + row.rationale + "\n";
  if (!row.clause.empty()) out += "      source: " + row.clause + "\n";
  std::string elsewhere;
  for (const std::string& xref : row.xref) elsewhere += (elsewhere.empty() ? "" : ", ") + xref;
  if (!elsewhere.empty()) out += "      also known as: " + elsewhere + "\n";
  if (row.testable == Testable::manual) out += "      a person has to look at this; assay does not judge it\n";
  if (row.testable == Testable::no) out += "      this cannot be tested in a package; assay does not judge it\n";
}

std::string about_rule(const Rule& rule) {
  std::string out = rule.id + "\n\n  " + rule.message + "\n";
  if (!rule.fix.empty()) out += "\nHow to fix it\n  " + rule.fix + "\n";
  out += example(rule.id);
  if (rule.confidence < 1)
    out += "\nThis is a guess from signs that are usually right; it is never more than a warning.\n";
  return out;
}

/// Looks an id up in all profiles and writes about it.
class Explainer {
 public:
  Explainer(std::string id) : id_(id.substr(0, id.find(':'))) {}  // "rule:cause" is about the rule

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
    const std::vector<std::string_view> views(known_.begin(), known_.end());
    return text::nearest(id_, views, 3);
  }

 private:
  void tell_rule(const Rule& rule, const Profile& profile) {
    if (text_.empty()) text_ = about_rule(rule);
    std::string text = std::string(to_string(rule.severity)) + "\n";
    for (const std::uint32_t r : rule.requirements) {
      Requirement row = profile.requirements[r];
      row.id = row.family + "/" + row.row;
      about_requirement(text, row);
    }
    for (Group& group : groups_)
      if (group.text == text) {
        group.titles += ", " + profile.title;
        return;
      }
    groups_.push_back({profile.title, std::move(text)});
  }

  void tell_requirement(const Requirement& row, std::uint32_t index, const Profile& profile) {
    if (!text_.empty()) text_ += "\n";
    about_requirement(text_, row);
    for (const Rule& rule : profile.rules)
      if (std::find(rule.requirements.begin(), rule.requirements.end(), index) != rule.requirements.end())
        text_ += "      judged by: " + rule.id + "\n";
  }

  // Versions that say the same of a rule.
  struct Group {
    std::string titles, text;
  };

  std::string id_, text_;
  std::vector<Group> groups_;
  ProfilePtr elsewhere_;
  std::set<std::string> known_, said_;
};

}  // namespace

int run_explain(Store& store, const ExplainOptions& options) {
  Explainer explainer(options.id);
  bool is_profile = false;
  for (const ProfileInfo& info : store.profiles()) {
    is_profile = is_profile || info.id == options.id;
    if (info.kind == "overlay") continue;
    const auto profile = resolve(store, {{info.id}, {}});
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
