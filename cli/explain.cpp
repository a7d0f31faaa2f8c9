// assay explain: what a rule or requirement means, why it is there, and what good and bad look like.
#include <algorithm>

#include "embedded.hpp"
#include "json/document.hpp"
#include "text/unicode.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

std::string_view in_words(Level level) { return level == Level::must ? "MUST" : level == Level::should ? "SHOULD" : "MAY"; }

// Good and bad example: the edit of the rule's first failing vector, never written by hand.
std::string example(const std::string& rule) {
  const std::size_t dot = rule.find('.');
  const std::string folder = "test_vectors/" + rule.substr(0, dot) + "/" + rule.substr(dot + 1) + "/";
  for (const EmbeddedFile& file : embedded_under(folder)) {
    auto parsed = json::parse(std::string(file.path), std::string(file.bytes));
    if (!parsed || !first_child(member(member(root(**parsed), "expect"), "findings"))) continue;
    const JsonNode edit = first_child(member(root(**parsed), "edits"));
    const std::string_view good = content(member(edit, "old")), bad = content(member(edit, "new"));
    if (good.empty() && bad.empty()) continue;
    return "  good   " + text::visible(trimmed(good)) + "\n  bad    " + (bad.empty() ? "(left out)" : text::visible(trimmed(bad))) + "\n";
  }
  return {};
}

void about_requirement(std::string& out, const Requirement& row) {
  out += "  " + row.id + " (" + std::string(in_words(row.level)) + ")  " + row.statement + "\n";
  if (!row.rationale.empty()) out += "      why: " + row.rationale + "\n";
  std::string source = row.clause;
  for (const std::string& xref : row.xref) source += (source.empty() ? "" : ", ") + xref;
  if (!source.empty()) out += "      source: " + source + "\n";
}

}  // namespace

int run_explain(Store& store, const ExplainOptions& options) {
  std::string out;
  std::vector<std::string> known, said;
  for (const ProfileInfo& info : store.profiles()) {
    if (info.kind == "overlay") continue;
    const auto profile = resolve(store, {{info.id}, {}});
    if (!profile) return complain(profile.problem()), exit_of(profile.problem());
    for (const Rule& rule : (*profile)->rules) {
      known.push_back(rule.id);
      if (rule.id != options.id.substr(0, options.id.find(':')) || rule.origin != info.id) continue;
      if (out.empty()) out = rule.id + "\n\n  " + rule.message + "\n  fix: " + rule.fix + "\n\n" + example(rule.id);
      out += "\n" + info.title + ": " + std::string(to_string(rule.severity)) + "\n";
      for (const std::uint32_t r : rule.requirements) about_requirement(out, (*profile)->requirements[r]);
    }
    for (std::size_t r = 0; r < (*profile)->requirements.size(); ++r) {
      const Requirement& row = (*profile)->requirements[r];
      known.push_back(row.id);
      if (row.id != options.id || std::find(said.begin(), said.end(), row.id) != said.end()) continue;
      said.push_back(row.id);
      about_requirement(out, row);
      for (const Rule& rule : (*profile)->rules)
        if (std::find(rule.requirements.begin(), rule.requirements.end(), r) != rule.requirements.end()) out += "      judged by: " + rule.id + "\n";
    }
  }
  if (out.empty()) {
    const std::vector<std::string_view> views(known.begin(), known.end());
    const std::string near = text::nearest(options.id, views, 3);
    complain("there is no rule or requirement \"" + options.id + "\"" + (near.empty() ? "; see: assay rules" : "; did you mean " + near + "?"));
    return usage;
  }
  auto output = Output::open("");
  if (output->write(out)) return ok;
  complain("the explanation cannot be written: " + output->trouble());
  return internal;
}

}  // namespace assay::cli_detail
