// GitLab's Code Quality report: one row for each finding; its widget matches rows of two branches by fingerprint.
#include <map>

#include <assay/messages.hpp>
#include <assay/profile.hpp>

#include "json/document.hpp"
#include "report/common.hpp"
#include "report/renderers/renderers.hpp"
#include "text/digest.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

std::string_view severity_of(const Finding& finding) {
  if (finding.waived || finding.severity == Severity::info) return "info";
  return finding.severity == Severity::warning ? "minor" : "critical";
}

class Gitlab final : public Renderer {
 public:
  Gitlab(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}
  bool begin() override { return sink_("["); }

  bool add(const Report& report) override {
    text_.clear();
    for (const Problem& problem : in_language(options_.language, report.problems))
      row(report, {problem.file == report.input_path ? "" : problem.file, problem.line, problem.column, {}},
          problem.code, "blocker", problem.message + " " + problem.advice, problem.message);
    if (report.verdict == Verdict::incomplete)
      row(report, {}, "incomplete", "blocker", incomplete_in_words(report, options_.language), "");
    for (const Finding& finding : report.findings) {
      const Finding brief = with_short_values(finding);
      std::string words = with_fix(message_of(report, brief, options_.language),
                                   fix_of(report, brief, options_.language), options_.language);
      if (finding.waiver) words += " (" + waiver_in_words(finding, options_.language) + ")";
      row(report, finding.location, defect_id(report, finding), severity_of(finding), words, finding.fingerprint);
    }
    return sink_(text_);
  }

  bool end(const RunSummary& run) override {
    text_.clear();
    Report none;
    for (const Problem& note : in_language(options_.language, run.notes)) {
      none.input_path = note.file.empty() ? "assay" : note.file;
      row(none, {{}, note.line, note.column, {}}, note.code, note.code == "interrupted" ? "blocker" : "info",
          note.message + " " + note.advice, note.message);
    }
    return sink_(text_ + "\n]\n");
  }

 private:
  void row(const Report& report, const Location& location, const std::string& check, std::string_view severity,
           const std::string& words, const std::string& what) {
    const Target target = target_of(report, location.file);
    const std::string place =
        target.entry.empty() ? "" : shown_place({target.entry, location.line, location.column, {}});
    std::string path = target.path;
    while (path.starts_with("./")) path = path.substr(2);
    std::string key = report.input_path + '\x1f' + check + '\x1f' + what;
    const std::uint64_t number = ++seen_[key];  // two rows with one fingerprint would be shown as one
    key += '\x1f' + std::to_string(number);
    text_ += first_ ? "\n" : ",\n";
    first_ = false;
    json::Writer out(text_);
    out.begin_object().key("type").string("issue").key("check_name").string(check);
    out.key("description").string(text::visible((place.empty() ? "" : place + ": ") + words));
    out.key("fingerprint").string(text::sha256_hex(key).substr(0, 32)).key("severity").string(severity);
    out.key("categories").begin_array().string("Bug Risk").end_array();
    out.key("location").begin_object().key("path").string(path).key("lines").begin_object().key("begin");
    out.unsigned_integer(target.entry.empty() && location.line ? location.line : 1).end_object().end_object();
    out.key("engine_name").string("assay " + std::string(tool_version()));
    if (report.profile) out.key("profile").string(report.profile->id + " " + report.profile->digest);
    out.end_object();
  }

  RenderOptions options_;
  Sink sink_;
  std::string text_;
  bool first_ = true;
  std::map<std::string, std::uint64_t> seen_;
};

}  // namespace

std::unique_ptr<Renderer> make_gitlab(const RenderOptions& options, Sink sink) {
  return std::make_unique<Gitlab>(options, std::move(sink));
}

}  // namespace assay::report
