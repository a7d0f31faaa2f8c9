// For people: the answer first, then each place with its line, then what to do; what passed is a count.
#include <algorithm>
#include <map>

#include <assay/profile.hpp>

#include "report/renderers/renderers.hpp"
#include "report/width.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

constexpr std::size_t most_alike = 5;  // findings of one rule in one file that are shown one by one

std::string_view in_words(Verdict verdict) {
  constexpr std::string_view words[] = {"conforms", "not all could be judged", "does not conform", "cannot be read", "refused"};
  return words[static_cast<int>(verdict)];
}

std::string plural(std::uint64_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

class Text final : public Renderer {
 public:
  Text(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}
  bool begin() override { return true; }
  bool end() override { return true; }

  bool add(const Report& report) override {
    text_.clear();
    if (!first_) text_ += "\n";
    first_ = false;
    header(report);
    if (!options_.quiet) body(report);
    return sink_(text_);
  }

 private:
  // ---- colour ----
  std::string paint(std::string_view text, const char* code) const {
    return options_.color ? "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m" : std::string(text);
  }
  static const char* code_of(Severity severity) { return severity == Severity::error ? "31;1" : severity == Severity::warning ? "33;1" : "36;1"; }
  static const char* code_of(Verdict verdict) { return verdict == Verdict::conforms ? "32;1" : verdict == Verdict::incomplete ? "33;1" : "31;1"; }

  void header(const Report& report) {
    const std::string dot = " · ";
    text_ += paint(text::visible(report.input_path), "1");
    if (!report.format.title.empty()) text_ += dot + report.format.title;
    if (report.profile && report.profile->id != Profile::floor_id) text_ += dot + "profile " + report.profile->id;
    for (std::size_t i = 0; report.profile && i < report.profile->overlays.size(); ++i)
      text_ += (i == 0 ? dot + "overlay " : ", ") + report.profile->overlays[i].id;
    text_ += dot + paint(in_words(report.verdict), code_of(report.verdict)) + "\n";
  }

  void body(const Report& report) {
    problems(report);
    findings(report);
    if (report.profile) summary(report);
  }

  void problems(const Report& report) {
    for (const Problem& problem : report.problems) {
      text_ += "\n  " + paint(problem.kind == ProblemKind::refused ? "refused" : "cannot be read", "31;1");
      if (problem.line) text_ += " " + std::to_string(problem.line) + ":" + std::to_string(problem.column);
      if (!problem.file.empty() && problem.file != report.input_path) text_ += "  " + text::visible(problem.file);
      text_ += "  " + text::visible(problem.message) + "\n";
      if (!problem.advice.empty()) text_ += "        fix: " + text::visible(problem.advice) + "\n";
    }
    if (report.format.id.empty() && report.problems.empty()) {
      text_ += "\n  This is no course package that assay knows.\n";
      if (!report.format.guess.empty()) text_ += "  It looks like " + text::visible(report.format.guess) + ".\n";
      text_ += "  A SCORM or IMS package has a file imsmanifest.xml at its root; see: assay formats.\n";
    } else if (report.verdict == Verdict::unreadable && report.problems.empty()) {
      text_ += "\n  assay recognises this format but has no profile for it yet; only the safety floor was judged.\n";
    }
  }

  void findings(const Report& report) {
    std::map<std::pair<std::string, std::pair<std::uint32_t, std::string>>, std::size_t> alike, shown;
    for (const Finding& finding : report.findings) ++alike[key(finding)];
    const std::string* file = nullptr;
    for (const Finding& finding : report.findings) {
      if (!file || *file != finding.location.file) {
        file = &finding.location.file;
        text_ += "\n" + (file->empty() ? std::string("the package") : paint(text::visible(*file), "1")) + "\n";
      }
      const std::size_t number = ++shown[key(finding)];
      const std::size_t all = alike[key(finding)];
      if (number <= most_alike || all == most_alike + 1) one(report, finding);
      else if (number == all) text_ += "  … and " + std::to_string(all - most_alike) + " more like this  " + dim(report, finding) + "\n";
    }
    if (report.findings_total > report.findings.size())
      text_ += "\n  … and " + std::to_string(report.findings_total - report.findings.size()) + " more findings, beyond the limit findings\n";
  }

  static std::pair<std::string, std::pair<std::uint32_t, std::string>> key(const Finding& finding) {
    return {finding.location.file, {finding.rule, finding.cause}};
  }

  std::string dim(const Report& report, const Finding& finding) const {
    std::string id = report.profile->rules[finding.rule].id;
    if (!finding.cause.empty()) id += ":" + finding.cause;
    return paint(id, "2");
  }

  void one(const Report& report, const Finding& finding) {
    const std::string severity(finding.waived ? "waived" : to_string(finding.severity));
    text_ += "  " + paint(severity, code_of(finding.severity)) + " ";
    if (finding.location.line) text_ += std::to_string(finding.location.line) + ":" + std::to_string(finding.location.column) + "  ";
    else text_ += " ";
    text_ += text::visible(message_of(report, finding, options_.language)) + "  " + dim(report, finding);
    if (finding.confidence < 1) text_ += " (likely)";
    text_ += "\n";
    source_line(finding);
    const std::string fix = fix_of(report, finding, options_.language);
    if (!fix.empty()) text_ += "        fix: " + text::visible(fix) + "\n";
  }

  void source_line(const Finding& finding) {
    if (finding.excerpt.line.empty()) return;
    const std::string number = std::to_string(finding.location.line);
    const std::size_t caret = prefix_bytes(finding.excerpt.line, finding.excerpt.caret);
    std::string before = finding.excerpt.line.substr(0, caret), line = finding.excerpt.line;
    std::replace(line.begin(), line.end(), '\t', ' ');
    std::replace(before.begin(), before.end(), '\t', ' ');
    const std::string pad(number.size() < 8 ? 8 - number.size() : 0, ' ');
    text_ += pad + paint(number + " │ ", "2") + text::visible(line) + "\n";
    text_ += std::string(std::max<std::size_t>(8, number.size()), ' ') + paint(" │ ", "2") + std::string(display_width(text::visible(before)), ' ') +
             paint("^", code_of(finding.severity)) + "\n";
  }

  void summary(const Report& report) {
    std::uint64_t totals[4] = {};
    for (const RuleOutcome& row : report.outcomes) ++totals[static_cast<int>(row.outcome)];
    std::string line;
    const auto part = [&line](const std::string& text) { line += (line.empty() ? "" : ", ") + text; };
    if (report.counts.error) part(plural(report.counts.error, "error"));
    if (report.counts.warning) part(plural(report.counts.warning, "warning"));
    if (report.counts.info) part(plural(report.counts.info, "note"));
    if (report.counts.waived) part(std::to_string(report.counts.waived) + " waived");
    if (line.empty()) line = "nothing to report";
    text_ += "\n" + line + " · " + plural(totals[1], "rule") + " passed, " + std::to_string(totals[0]) + " did not apply, " +
             std::to_string(totals[2]) + " could not be judged";
    const auto gravest = std::max_element(report.findings.begin(), report.findings.end(),
                                          [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    if (gravest != report.findings.end()) text_ += " · more: assay explain " + report.profile->rules[gravest->rule].id;
    text_ += "\n";
  }

  RenderOptions options_;
  Sink sink_;
  std::string text_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Renderer> make_text(const RenderOptions& options, Sink sink) { return std::make_unique<Text>(options, std::move(sink)); }

}  // namespace assay::report
