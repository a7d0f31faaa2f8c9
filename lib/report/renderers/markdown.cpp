// A comment for a pull request: a table of verdicts, then the findings of each input, gravest first, folded.
#include <algorithm>
#include <map>

#include <assay/messages.hpp>
#include <assay/profile.hpp>

#include "report/common.hpp"
#include "report/renderers/renderers.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

// GitHub takes 65,536 characters; what does not fit is counted.
constexpr std::size_t most_table = 15'000, most_details = 45'000, most_notes = 10;
constexpr std::size_t most_alike = 10;

bool word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '/' ||
         c == '+' || c == '-';
}

// Text that shows as it is: no markup, no HTML, nobody is mentioned, nothing becomes a link, a picture or a reference.
// An empty comment parts what would be one word to the site's own filters.
std::string escaped(std::string_view raw) {
  constexpr std::string_view apart = "<!-- -->";
  std::string out;
  const std::string text = text::visible(raw);
  const std::size_t number = text.find_first_not_of("0123456789");  // "1. …" at the start would begin a list
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool first = i == 0 && (c == '-' || c == '+' || c == '=');
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '@' || (c == ':' && i + 1 < text.size() && word_character(text[i + 1])))
      out.append(1, c).append(apart);
    else if ((c == 'w' || c == 'W') && text.size() > i + 1 && text[i + 1] == '.')
      out.append(1, c).append(apart);  // www.
    else if (c == '#')
      out.append("\\#").append(apart);
    else if (first || (i > 0 && i == number && (c == '.' || c == ')')) ||
             std::string_view("\\`*_{}[]|~$").find(c) != std::string_view::npos)
      out.append({'\\', c});
    else
      out.push_back(c);
  }
  return out;
}

// In the typeface of code; what would be markup or a link there too is written by number.
std::string code(std::string_view raw) {
  std::string out = "<code>";
  char before = 0;
  for (const char c : text::visible(raw)) {
    const bool link = (c == '/' && before == ':') || (c == '.' && (before == 'w' || before == 'W'));
    if (link || std::string_view("<>&\\`*_[]|~$@#").find(c) != std::string_view::npos)
      out += "&#" + std::to_string(static_cast<int>(c)) + ";";
    else
      out += c;
    before = c;
  }
  return out + "</code>";
}

const char* sign_of(const Report& report) {
  return report.verdict == Verdict::conforms ? "✅" : report.verdict == Verdict::incomplete ? "❓" : "❌";
}

class Markdown final : public Renderer {
 public:
  Markdown(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}
  bool begin() override { return true; }

  // The table comes first and needs all verdicts, so details wait for the end, up to what a comment may hold.
  bool add(const Report& report) override {
    ++inputs_;
    conforming_ += report.verdict == Verdict::conforms;
    const std::size_t before = table_.size();
    row(report);
    if (table_.size() > most_table) {
      table_.resize(before);
      ++rows_left_out_;
    }
    details(report);
    return true;
  }

  bool end(const RunSummary& run) override {
    std::string text = "### assay: " + headline() + "\n";
    if (inputs_)
      text += "\n| | " + say("markdown.columns") + " |\n| -- | :-- | :-- | --: | --: | --: | --: |\n" + table_;
    if (rows_left_out_) text += "\n" + counted("markdown.more-packages", rows_left_out_) + "\n";
    for (std::size_t i = 0; i < run.notes.size() && i < most_notes; ++i) {
      const Problem note = assay::in_language(options_.language, run.notes[i]);
      text += "\n> " + escaped(note.message) + (note.advice.empty() ? "" : " " + escaped(note.advice));
      if (!note.file.empty()) text += " (" + code(shown_place({note.file, note.line, note.column, {}})) + ")";
      text += "\n";
    }
    if (run.notes.size() > most_notes)
      text += "\n> " + counted("markdown.more-notes", run.notes.size() - most_notes) + "\n";
    text += details_;
    if (left_out_) text += "\n**" + counted("markdown.left-out", left_out_) + "**\n";
    text += "\n<sub>assay " + std::string(tool_version());
    for (const std::string& profile : profiles_) text += " · " + escaped(profile);
    return sink_(text + "</sub>\n");
  }

 private:
  [[nodiscard]] std::string say(std::string_view key, std::initializer_list<Argument> arguments = {}) const {
    return assay::say(options_.language, key, arguments);
  }
  [[nodiscard]] std::string counted(std::string_view key, std::uint64_t count) const {
    return say(key, {{"count", std::to_string(count)}});
  }

  std::string headline() const {
    if (inputs_ == 0) return say("markdown.nothing");
    if (inputs_ == 1) return only_verdict_;
    if (inputs_ == conforming_) return counted("report.all-conform", inputs_);
    return say("report.some-fail",
               {{"count", std::to_string(inputs_ - conforming_)}, {"all", std::to_string(inputs_)}});
  }

  void row(const Report& report) {
    only_verdict_ = verdict_in_words(report, options_.language);
    table_ += "| " + std::string(sign_of(report)) + " | " + code(shown_input(report, options_.language)) + " " +
              verdict_in_words(report, options_.language) + " | " + escaped(format_title(report, options_.language)) +
              " |";
    for (const std::uint64_t count :
         {report.counts.error, report.counts.warning, report.counts.info, report.counts.waived})
      table_ += " " + (report.profile ? std::to_string(count) : std::string()) + " |";
    table_ += "\n";
    if (!report.profile) return;
    const std::string used = report.profile->id + " " + report.profile->digest.substr(0, 19);
    if (std::find(profiles_.begin(), profiles_.end(), used) == profiles_.end() && profiles_.size() < 20)
      profiles_.push_back(used);
  }

  // Adds what fits; returns false when it does not.
  bool put(const std::string& text) {
    if (details_.size() + text.size() > most_details) return false;
    details_ += text;
    return true;
  }

  void details(const Report& report) {
    std::string head;
    for (const Problem& problem : in_language(options_.language, report.problems)) {
      const std::string place =
          problem.file == report.input_path ? "" : shown_place({problem.file, problem.line, problem.column, {}});
      head += "- " + (place.empty() ? "" : code(place) + " ") + escaped(problem.message) +
              (problem.advice.empty() ? "" : " " + escaped(problem.advice)) + "\n";
    }
    if (report.verdict == Verdict::incomplete)
      head += "- " +
              escaped(say("text.could-not-be-judged", {{"rules", blocked_rules(report, 10, options_.language)}})) +
              "\n";
    if (report.compared) head += "- " + compared_in_words(report, options_.language) + "\n";
    if (head.empty() && report.findings.empty()) return;
    const std::string title = "\n#### " + code(shown_input(report, options_.language)) + "\n\n";
    if (!put(title + head)) {
      left_out_ += report.findings.size();
      return;
    }
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
      section(report, severity, false);
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
      section(report, severity, true);
  }

  // Findings of one severity by rule; errors stand open, the rest is folded.
  void section(const Report& report, Severity severity, bool waived) {
    std::map<std::string, std::vector<const Finding*>> groups;
    std::uint64_t count = 0;
    for (const Finding& finding : report.findings)
      if (finding.severity == severity && finding.waived == waived) {
        groups[defect_id(report, finding)].push_back(&finding);
        ++count;
      }
    if (!count) return;
    std::string title = counted("summary." + std::string(to_string(severity)), count);
    if (waived)
      title = counted("markdown.waived", count) + " (" + say("severity." + std::string(to_string(severity))) + ")";
    const bool open = severity == Severity::error && !waived;
    if (!put("<details" + std::string(open ? " open" : "") + "><summary>" + title + "</summary>\n\n")) {
      left_out_ += count;
      return;
    }
    for (const auto& [id, findings] : groups) left_out_ += group(report, id, findings);
    details_ += "\n</details>\n";
  }

  // Returns how many did not fit.
  std::size_t group(const Report& report, const std::string& id, const std::vector<const Finding*>& findings) {
    std::size_t shown = 0;
    const std::size_t most = findings.size() == most_alike + 1 ? findings.size() : most_alike;
    for (; shown < findings.size() && shown < most; ++shown)
      if (!put(bullet(report, id, *findings[shown]))) return findings.size() - shown;
    const std::size_t rest = findings.size() - shown;
    return rest && !put("- " + say("markdown.more-of-rule", {{"count", std::to_string(rest)}, {"rule", code(id)}}) +
                        "\n")
               ? rest
               : 0;
  }

  std::string bullet(const Report& report, const std::string& id, const Finding& finding) const {
    const Finding brief = with_short_values(finding);
    const std::string place = shown_place(finding.location);
    std::string line = "- " + (place.empty() ? "" : code(place) + " ");
    std::string message = escaped(message_of(report, brief, options_.language));
    if (finding.novelty == Novelty::fresh) message = say("text.new", {{"message", message}});
    line += (finding.confidence < 1 ? say("text.likely", {{"message", message}}) : message) + " " + code(id) + "\n";
    if (const std::string fix = fix_of(report, brief, options_.language); !fix.empty())
      line += "  <br>" + say("report.fix", {{"fix", escaped(fix)}}) + "\n";
    if (finding.waiver) line += "  <br>" + escaped(waiver_in_words(finding, options_.language)) + "\n";
    return line;
  }

  RenderOptions options_;
  Sink sink_;
  std::string table_, details_, only_verdict_;
  std::vector<std::string> profiles_;
  std::uint64_t inputs_ = 0, conforming_ = 0, rows_left_out_ = 0, left_out_ = 0;
};

}  // namespace

std::unique_ptr<Renderer> make_markdown(const RenderOptions& options, Sink sink) {
  return std::make_unique<Markdown>(options, std::move(sink));
}

}  // namespace assay::report
