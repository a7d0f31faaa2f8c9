// For people: the answer first, then each place with its line, then what to do; what passed is a count.
#include <algorithm>
#include <map>
#include <tuple>

#include <assay/profile.hpp>

#include "report/common.hpp"
#include "report/renderers/renderers.hpp"
#include "report/width.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

constexpr std::size_t most_alike = 5;    // findings of one rule in one file that are shown one by one
constexpr std::size_t most_blocked = 5;  // rules that could not judge, by name
constexpr const char* dot = " · ";

class Text final : public Renderer {
 public:
  Text(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}
  bool begin() override { return true; }
  bool end(const RunSummary&) override { return true; }

  bool add(const Report& report) override {
    text_.clear();
    if (!first_ && !options_.quiet) text_ += "\n";
    first_ = false;
    header(report);
    if (!options_.quiet) body(report);
    return sink_(text::log_safe(std::move(text_)));
  }

 private:
  std::string paint(std::string_view text, const char* code) const {
    return options_.color ? "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m" : std::string(text);
  }
  static const char* code_of(Severity severity) {
    return severity == Severity::error ? "31;1" : severity == Severity::warning ? "33;1" : "36;1";
  }
  static const char* code_of(Verdict verdict) {
    return verdict == Verdict::conforms ? "32;1" : verdict == Verdict::incomplete ? "33;1" : "31;1";
  }

  void header(const Report& report) {
    text_ += paint(shown_input(report), "1");
    if (!report.format.title.empty()) text_ += dot + report.format.title;
    if (const Profile* profile = report.profile.get()) {
      if (profile->id != Profile::floor_id) text_ += std::string(dot) + "profile " + profile->id;
      for (std::size_t i = 0; i < profile->overlays.size(); ++i)
        text_ += (i == 0 ? std::string(dot) + "overlay " : ", ") + profile->overlays[i].id;
    }
    text_ += dot + paint(verdict_in_words(report), code_of(report.verdict)) + "\n";
  }

  void body(const Report& report) {
    for (const Problem& problem : report.problems) trouble(report, problem);
    if (report.problems.empty()) what_it_is(report);
    if (!report.profile) return;
    findings(report);
    blocked(report);
    summary(report);
  }

  void trouble(const Report& report, const Problem& problem) {
    constexpr std::string_view labels[] = {"cannot be judged", "cannot be read", "refused", "internal error"};
    text_ += "\n  " + paint(labels[static_cast<int>(problem.kind)], "31;1");
    if (problem.line) text_ += " " + std::to_string(problem.line) + ":" + std::to_string(problem.column);
    if (!problem.file.empty() && problem.file != report.input_path) text_ += "  " + text::visible(problem.file);
    text_ += "  " + text::visible(problem.message) + "\n";
    if (!problem.advice.empty()) text_ += "        fix: " + text::visible(problem.advice) + "\n";
  }

  // When nothing went wrong and still there is no judgement: what this is, and the way out.
  void what_it_is(const Report& report) {
    if (report.format.id.empty()) {
      text_ += "\n  This is no course package that assay knows.\n";
      if (!report.format.guess.empty()) text_ += "  It looks like " + text::visible(report.format.guess) + ".\n";
      text_ += "  A SCORM or IMS package has a file imsmanifest.xml at its root; see: assay formats.\n";
    } else if (report.verdict == Verdict::unreadable) {
      text_ += "\n  assay recognises " + report.format.title + ", but has no profile for it yet.\n";
      text_ += "  Profiles that exist: assay profiles\n";
    }
  }

  using Kind = std::tuple<std::string_view, std::uint32_t, std::string_view>;  // file, rule, cause
  static Kind kind_of(const Finding& finding) { return {finding.location.file, finding.rule, finding.cause}; }

  void findings(const Report& report) {
    std::map<Kind, std::size_t> alike, shown;
    for (const Finding& finding : report.findings) ++alike[kind_of(finding)];
    const std::string* file = nullptr;
    for (const Finding& finding : report.findings) {
      if (!file || *file != finding.location.file) {
        file = &finding.location.file;
        text_ += "\n" + paint(file->empty() ? "the package" : text::visible(*file), "1") + "\n";
      }
      const std::size_t number = ++shown[kind_of(finding)], all = alike[kind_of(finding)];
      if (number <= most_alike || all == most_alike + 1)
        one(report, finding);
      else if (number == all)
        with_id("  … and " + std::to_string(all - most_alike) + " more like this", report, finding);
    }
    if (report.findings_total > report.findings.size())
      text_ += "\n  … and " + std::to_string(report.findings_total - report.findings.size()) +
               " more findings than the limit allows; to see them: --limit findings=" +
               std::to_string(report.findings_total) + "\n";
  }

  // A line with the id of the rule at its right end, or behind it when there is no room.
  void with_id(const std::string& line, const Report& report, const Finding& finding, std::size_t invisible = 0) {
    const std::string id = defect_id(report, finding);
    const std::size_t used = display_width(line) - invisible + id.size();
    text_ +=
        line + std::string(used + 2 <= options_.columns ? options_.columns - used : 2, ' ') + paint(id, "2") + "\n";
  }

  void one(const Report& report, const Finding& finding) {
    const Finding brief = with_short_values(finding);
    const std::string_view severity = finding.waived ? "waived" : to_string(finding.severity);
    const std::string painted = paint(severity, code_of(finding.severity));
    std::string line = "  " + painted;
    if (finding.location.line)
      line += " " + std::to_string(finding.location.line) + ":" + std::to_string(finding.location.column);
    line += "  " + text::visible(message_of(report, brief, options_.language));
    if (finding.confidence < 1) line += " (likely)";
    with_id(line, report, finding, painted.size() - severity.size());
    source_line(finding);
    if (const std::string fix = fix_of(report, brief, options_.language); !fix.empty())
      text_ += "        fix: " + text::visible(fix) + "\n";
  }

  void source_line(const Finding& finding) {
    if (finding.excerpt.line.empty()) return;
    const std::string number = std::to_string(finding.location.line);
    std::string line = finding.excerpt.line;
    std::replace(line.begin(), line.end(), '\t', ' ');
    const std::string before = line.substr(0, prefix_bytes(line, finding.excerpt.caret));
    text_ += "        " + paint(number + " │ ", "2") + text::visible(line) + "\n";
    text_ += std::string(8 + number.size(), ' ') + paint(" │ ", "2") +
             std::string(display_width(text::visible(before)), ' ') + paint("^", code_of(finding.severity)) + "\n";
  }

  // An unfinished judgement names what is unfinished; where there is an error, its finding says why.
  void blocked(const Report& report) {
    if (report.verdict != Verdict::incomplete) return;
    const std::string names = blocked_rules(report, most_blocked);
    if (names.empty()) return;
    text_ += "\n  could not be judged: " + names + "\n";
  }

  void summary(const Report& report) {
    std::uint64_t totals[4] = {};
    for (const RuleOutcome& row : report.outcomes) ++totals[static_cast<int>(row.outcome)];
    const auto total = [&](Outcome outcome) { return totals[static_cast<int>(outcome)]; };
    std::string line;
    const auto part = [&line](const std::string& text) { line += (line.empty() ? "" : ", ") + text; };
    if (report.counts.error) part(plural(report.counts.error, "error"));
    if (report.counts.warning) part(plural(report.counts.warning, "warning"));
    if (report.counts.info) part(plural(report.counts.info, "note"));
    if (report.counts.waived) part(std::to_string(report.counts.waived) + " waived");
    if (report.verdict == Verdict::unreadable) part("only the safety floor was judged");
    text_ += "\n" + (line.empty() ? "nothing to report" : line) + dot + plural(total(Outcome::passed), "rule") +
             " passed, " + std::to_string(total(Outcome::inapplicable)) + " did not apply, " +
             std::to_string(total(Outcome::blocked)) + " could not be judged";
    const auto gravest = std::max_element(report.findings.begin(), report.findings.end(),
                                          [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    if (gravest != report.findings.end())
      text_ += std::string(dot) + "more: assay explain " + report.profile->rules[gravest->rule].id;
    text_ += "\n";
  }

  RenderOptions options_;
  Sink sink_;
  std::string text_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Renderer> make_text(const RenderOptions& options, Sink sink) {
  return std::make_unique<Text>(options, std::move(sink));
}

}  // namespace assay::report
