// For people: the answer first, then each place with its line, then what to do; what passed is a count.
#include <algorithm>
#include <map>
#include <tuple>

#include <assay/messages.hpp>
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
  Text(const RenderOptions& options, Sink sink, bool lines)
      : options_(options), sink_(std::move(sink)), lines_(lines) {}
  bool begin() override { return true; }

  // What concerns the whole run, and who judged.
  bool end(const RunSummary& run) override {
    text_.clear();
    for (const Problem& met : run.notes) note(in_language(options_.language, met));
    if (lines_)
      total(run);
    else if (!first_)
      text_ += "\n" + say("text.version", {{"version", tool_version()}}) + "\n";
    return sink_(text::log_safe(std::move(text_)));
  }

  bool add(const Report& report) override {
    text_.clear();
    if (!first_ && !lines_) text_ += "\n";
    first_ = false;
    header(report);
    if (!lines_) body(report);
    return sink_(text::log_safe(std::move(text_)));
  }

 private:
  [[nodiscard]] std::string say(std::string_view key, std::initializer_list<Argument> arguments = {}) const {
    return assay::say(options_.language, key, arguments);
  }
  [[nodiscard]] std::string counted(std::string_view key, std::uint64_t count) const {
    return say(key, {{"count", std::to_string(count)}});
  }
  std::string paint(std::string_view text, const char* code) const {
    return options_.color ? "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m" : std::string(text);
  }
  static const char* code_of(Severity severity) {
    return severity == Severity::error ? "31;1" : severity == Severity::warning ? "33;1" : "36;1";
  }
  static const char* code_of(Verdict verdict) {
    return verdict == Verdict::conforms ? "32;1" : verdict == Verdict::incomplete ? "33;1" : "31;1";
  }

  void total(const RunSummary& run) {
    if (first_) return;
    const std::string all = std::to_string(run.judged), failing = std::to_string(run.judged - run.conforming);
    if (run.judged > 1)
      text_ += (run.judged == run.conforming ? counted("report.all-conform", run.judged)
                                             : say("report.some-fail", {{"count", failing}, {"all", all}})) +
               dot;
    text_ += say("text.version", {{"version", tool_version()}}) + "\n";
  }

  void note(const Problem& problem) {
    if (!lines_) text_ += "\n";
    const std::string place = shown_place({problem.file, problem.line, problem.column, {}});
    text_ += say("text.note", {{"note", (place.empty() ? "" : place + ": ") + text::visible(problem.message)}}) + "\n";
    if (!problem.advice.empty()) text_ += "        " + text::visible(say("text.fix", {{"fix", problem.advice}})) + "\n";
  }

  void header(const Report& report) {
    text_ += paint(name_for_line_start(shown_input(report, options_.language)), "1");
    if (!report.format.title.empty()) text_ += dot + format_title(report, options_.language);
    if (const Profile* profile = report.profile.get()) {
      if (profile->id != Profile::floor_id) text_ += dot + say("text.profile", {{"id", profile->id}});
      std::string overlays;
      for (const AppliedOverlay& overlay : profile->overlays) overlays += (overlays.empty() ? "" : ", ") + overlay.id;
      if (!overlays.empty()) text_ += dot + say("text.overlays", {{"ids", overlays}});
    }
    text_ += dot + paint(verdict_in_words(report, options_.language), code_of(report.verdict));
    if (const std::string line = lines_ ? summary_in_words(report, options_.language) : std::string(); !line.empty())
      text_ += dot + line;
    text_ += "\n";
  }

  void body(const Report& report) {
    for (const Problem& problem : report.problems)
      if (problem.code == "no-profile" || problem.code == "unknown-format")
        what_it_is(problem);
      else if (!is_finding(report, problem))
        trouble(report, problem);
    if (!report.profile) return;
    findings(report);
    blocked(report);
    summary(report);
  }

  // A limit that one document hit is told as a finding, with its place and requirement.
  static bool is_finding(const Report& report, const Problem& problem) {
    return problem.code.starts_with("limit-") &&
           std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
             return finding.location.file == problem.file && problem.code.substr(6) == finding.cause;
           });
  }

  void trouble(const Report& report, const Problem& met) {
    constexpr std::string_view labels[] = {"trouble.usage", "trouble.unreadable", "trouble.refused",
                                           "trouble.internal"};
    const Problem problem = in_language(options_.language, met);
    text_ += "\n  " + paint(say(labels[static_cast<int>(problem.kind)]), "31;1");
    if (problem.line) text_ += " " + std::to_string(problem.line) + ":" + std::to_string(problem.column);
    if (!problem.file.empty() && problem.file != report.input_path) text_ += "  " + text::visible(problem.file);
    text_ += "  " + text::visible(problem.message) + "\n";
    if (!problem.advice.empty()) text_ += "        " + text::visible(say("text.fix", {{"fix", problem.advice}})) + "\n";
  }

  // When nothing went wrong and still there is no judgement: what this is, and the way out.
  void what_it_is(const Problem& met) {
    const Problem problem = in_language(options_.language, met);
    text_ += "\n  " + text::visible(problem.message) + "\n  " + text::visible(problem.advice) + "\n";
  }

  using Kind = std::tuple<std::string_view, std::uint32_t, std::string_view>;  // file, rule, cause
  static Kind kind_of(const Finding& finding) { return {finding.location.file, finding.rule, finding.cause}; }

  void findings(const Report& report) {
    std::map<Kind, std::size_t> alike, shown;
    for (const Finding& finding : report.findings) ++alike[kind_of(finding)];
    const std::string* file = nullptr;
    shown_line_ = nullptr;
    for (const Finding* each : gravest_first(report)) {
      const Finding& finding = *each;
      if (!file || *file != finding.location.file) {
        file = &finding.location.file;
        text_ += "\n" +
                 paint(file->empty() ? say("text.the-package") : name_for_line_start(text::visible(*file)), "1") + "\n";
      }
      const std::size_t number = ++shown[kind_of(finding)], all = alike[kind_of(finding)];
      if (number <= most_alike || all == most_alike + 1)
        one(report, finding);
      else if (number == all)
        with_id("  " + counted("text.more-like-this", all - most_alike), report, finding);
    }
  }

  // Of findings at one place, what has to be mended comes first.
  static std::vector<const Finding*> gravest_first(const Report& report) {
    std::vector<const Finding*> order;
    order.reserve(report.findings.size());
    for (const Finding& finding : report.findings) order.push_back(&finding);
    const auto same_place = [](const Finding& a, const Finding& b) {
      return a.location.file == b.location.file && a.location.line == b.location.line &&
             a.location.column == b.location.column;
    };
    for (auto at = order.begin(); at != order.end();) {
      const auto end = std::find_if(at, order.end(), [&](const Finding* each) { return !same_place(**at, *each); });
      std::stable_sort(at, end, [](const Finding* a, const Finding* b) {
        return std::tuple(a->waived, -static_cast<int>(a->severity)) <
               std::tuple(b->waived, -static_cast<int>(b->severity));
      });
      at = end;
    }
    return order;
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
    const std::string severity =
        say("severity." + std::string(finding.waived ? "waived" : to_string(finding.severity)));
    const std::string painted = paint(severity, code_of(finding.severity));
    std::string line = "  " + painted;
    if (finding.location.line)
      line += " " + std::to_string(finding.location.line) + ":" + std::to_string(finding.location.column);
    std::string message = text::visible(message_of(report, brief, options_.language));
    if (finding.novelty == Novelty::fresh) message = say("text.new", {{"message", message}});
    line += "  " + (finding.confidence < 1 ? say("text.likely", {{"message", message}}) : message);
    with_id(line, report, finding, painted.size() - severity.size());
    source_line(finding);
    if (const std::string fix = fix_of(report, brief, options_.language); !fix.empty())
      text_ += "        " + say("text.fix", {{"fix", text::visible(fix)}}) + "\n";
    if (finding.waiver) text_ += "        " + text::visible(waiver_in_words(finding, options_.language)) + "\n";
  }

  void source_line(const Finding& finding) {
    if (finding.excerpt.line.empty()) return;
    if (shown_line_ && shown_line_->location.file == finding.location.file &&
        shown_line_->location.line == finding.location.line && shown_line_->location.column == finding.location.column)
      return;  // it stands above
    shown_line_ = &finding;
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
    const std::string names = blocked_rules(report, most_blocked, options_.language);
    if (names.empty()) return;
    text_ += "\n  " + say("text.could-not-be-judged", {{"rules", names}}) + "\n";
  }

  void summary(const Report& report) {
    std::uint64_t totals[4] = {};
    for (const RuleOutcome& row : report.outcomes) ++totals[static_cast<int>(row.outcome)];
    const auto total = [&](Outcome outcome) { return totals[static_cast<int>(outcome)]; };
    std::string line = counts_in_words(report, options_.language);
    if (report.verdict == Verdict::unreadable) line += (line.empty() ? "" : ", ") + say("summary.floor-only");
    const std::string passed = std::to_string(total(Outcome::passed)),
                      inapplicable = std::to_string(total(Outcome::inapplicable)),
                      unjudged = std::to_string(total(Outcome::blocked));
    text_ += "\n" + (line.empty() ? say("summary.nothing") : line) + dot +
             say("summary.rules", {{"passed", passed}, {"inapplicable", inapplicable}, {"blocked", unjudged}});
    const auto gravest =
        std::max_element(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) {
          return std::tuple(!a.waived, a.severity) < std::tuple(!b.waived, b.severity);
        });
    if (gravest != report.findings.end())
      text_ += dot + say("summary.more", {{"rule", report.profile->rules[gravest->rule].id}});
    text_ += "\n";
    tables(report);
  }

  void tables(const Report& report) {
    if (options_.detail != Detail::all || report.tables.empty()) return;
    std::string list;
    for (const DataTable& table : report.tables)
      list += (list.empty() ? "" : ", ") + table.name + " (" + table.date + ")";
    text_ += say("summary.tables") + ": " + list + "\n";
  }

  RenderOptions options_;
  Sink sink_;
  const bool lines_;  // nothing but the line of each input
  std::string text_;
  bool first_ = true;
  const Finding* shown_line_ = nullptr;  // whose line of the document was shown last
};

}  // namespace

std::unique_ptr<Renderer> make_text(const RenderOptions& options, Sink sink) {
  return std::make_unique<Text>(options, std::move(sink), false);
}

std::unique_ptr<Renderer> make_line(const RenderOptions& options, Sink sink) {
  return std::make_unique<Text>(options, std::move(sink), true);
}

}  // namespace assay::report
