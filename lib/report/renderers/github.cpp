// Workflow commands of GitHub Actions: annotations on files of the pull request, gravest first, and a line for the log.
#include <assay/messages.hpp>
#include <assay/profile.hpp>

#include "report/common.hpp"
#include "report/renderers/renderers.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

std::string shown_text(std::string_view text) {
  std::string out;
  for (const char c : text::visible(text)) c == '%' ? out += "%25" : out += c;
  return out;
}

// A property ends at a comma, and the command at a colon.
std::string shown_property(std::string_view text) {
  std::string out;
  for (const char c : shown_text(text)) c == ':' ? out += "%3A" : c == ',' ? out += "%2C" : out += c;
  return out;
}

std::string_view command_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

class Github final : public Renderer {
 public:
  Github(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}
  bool begin() override { return true; }

  bool add(const Report& report) override {
    text_.clear();
    for (const Problem& problem : in_language(options_.language, report.problems))
      command("error", report, problem.file == report.input_path ? "" : problem.file, problem.line, problem.column,
              problem.code, with_fix(problem.message, problem.advice, options_.language));
    if (report.verdict == Verdict::incomplete)
      command("error", report, "", 0, 0, "incomplete", incomplete_in_words(report, options_.language));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
      for (const Finding& finding : report.findings)
        if (finding.severity == severity) annotate(report, finding);
    summary(report);
    return sink_(text_);
  }

  bool end(const RunSummary& run) override {
    text_.clear();
    for (const Problem& note : in_language(options_.language, run.notes)) {
      text_ += note.code == "interrupted" ? "::error" : "::notice";
      if (!note.file.empty()) {
        text_ += " file=" + shown_property(note.file);
        if (note.line) text_ += ",line=" + std::to_string(note.line) + ",col=" + std::to_string(note.column);
        text_ += ",title=" + shown_property(note.code);
      } else {
        text_ += " title=" + shown_property(note.code);
      }
      text_ += "::" + shown_text(note.message + (note.advice.empty() ? "" : " " + note.advice)) + "\n";
    }
    text_ += "assay " + std::string(tool_version()) + "\n";
    return sink_(text_);
  }

 private:
  // A line inside a zip is no line of the file that the repository holds: it stands in the message instead.
  void command(std::string_view name, const Report& report, const std::string& file, std::uint32_t line,
               std::uint32_t column, const std::string& title, const std::string& message) {
    const Target target = target_of(report, file);
    std::string path = target.path == "-" ? "" : target.path;
    while (path.starts_with("./")) path = path.substr(2);
    text_ += "::" + std::string(name) + " ";
    if (!path.empty()) text_ += "file=" + shown_property(path) + ",";
    if (target.entry.empty() && line) {
      text_ += "line=" + std::to_string(line) + ",";
      if (column) text_ += "col=" + std::to_string(column) + ",";
    }
    text_ += "title=" + shown_property(title) + "::";
    if (!target.entry.empty()) text_ += shown_text(shown_place({target.entry, line, column, {}})) + ": ";
    text_ += shown_text(message) + "\n";
  }

  void annotate(const Report& report, const Finding& finding) {
    const Finding brief = with_short_values(finding);
    std::string message = with_fix(message_of(report, brief, options_.language),
                                   fix_of(report, brief, options_.language), options_.language);
    if (finding.waiver) message += " (" + waiver_in_words(finding, options_.language) + ")";
    if (finding.novelty == Novelty::unchanged) message = say(options_.language, "report.known", {{"message", message}});
    const bool quiet = finding.waived || finding.novelty == Novelty::unchanged;
    command(quiet ? "notice" : command_of(finding.severity), report, finding.location.file, finding.location.line,
            finding.location.column, defect_id(report, finding), message);
  }

  void summary(const Report& report) {
    std::string line = shown_input(report, options_.language) + ": " + verdict_in_words(report, options_.language);
    if (report.profile) {
      const auto count = [&](std::string_view key, std::uint64_t number) {
        return say(options_.language, key, {{"count", std::to_string(number)}});
      };
      line += " (" + say(options_.language, "text.profile", {{"id", report.profile->id}}) + ", " +
              report.profile->digest + "); " + count("summary.error", report.counts.error) + ", " +
              count("summary.warning", report.counts.warning) + ", " + count("summary.info", report.counts.info);
      if (report.counts.waived) line += ", " + count("summary.waived", report.counts.waived);
      if (report.compared) line += ", " + count("report.gone", report.gone.size());
    }
    text_ += text::log_safe(line) + "\n";
  }

  RenderOptions options_;
  Sink sink_;
  std::string text_;
};

}  // namespace

std::unique_ptr<Renderer> make_github(const RenderOptions& options, Sink sink) {
  return std::make_unique<Github>(options, std::move(sink));
}

}  // namespace assay::report
