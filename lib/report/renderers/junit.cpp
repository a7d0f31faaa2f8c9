// JUnit XML that both Jenkins and Ant accept: a suite for each input, a case for each rule that judged something.
// Nothing of the run's clock or machine is in it, so that the same package gives the same bytes.
#include <algorithm>
#include <map>

#include <assay/messages.hpp>
#include <assay/profile.hpp>

#include "limits.hpp"
#include "report/common.hpp"
#include "report/renderers/renderers.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

constexpr std::size_t most_alike = 50;  // findings of one rule that are written out

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + text::xml_escaped(value) + "\"";
}

// Lines of an element; a report is easier to read with real line ends in it.
std::string lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += text::xml_escaped(text.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out;
}

// "dist/intro.zip" → "dist.intro_zip": servers make a tree of the dots.
std::string class_name(const Report& report) {
  std::string out;
  for (std::string_view path = report.input_path; !path.empty();) {
    const std::size_t slash = path.find('/');
    std::string part(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    if (part.empty() || part == "." || part == "..") continue;
    for (char& c : part)
      if (c == '.') c = '_';
    out += (out.empty() ? "" : ".") + part;
  }
  return out.empty() || out == "-" ? "standard input" : text::visible(out);
}

/// The cases of one suite with their counts.
struct Suite {
  std::string cases;
  std::uint64_t tests = 0, failures = 0, errors = 0, skipped = 0;
};

class Junit final : public Renderer {
 public:
  Junit(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}

  bool begin() override { return sink_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"); }

  bool add(const Report& report) override {
    Suite suite;
    std::string notes;  // what does not fail, for people who open the suite
    troubles(suite, report);
    if (report.profile) rules(suite, notes, report);
    if (suite.tests == 0) passed(suite, class_name(report), verdict_in_words(report, options_.language));
    if (!report.gone.empty())
      notes += say(options_.language, "report.gone", {{"count", std::to_string(report.gone.size())}}) + ":\n";
    for (const GoneFinding& gone : report.gone)
      notes += shown_place(gone.location) + ": " + text::visible(gone.message) + " [" + gone.rule + "]\n";
    write(suite, notes, shown_input(report, options_.language), properties(report));
    return sink_(text_);
  }

  bool end(const RunSummary& run) override {
    if (!run.notes.empty()) {
      Suite suite;
      std::string notes;
      for (const Problem& note : in_language(options_.language, run.notes)) {
        notes += text::visible(note.message) + " " + text::visible(note.advice) + "\n";
        if (note.code == "interrupted") failing(suite, "assay", note.code, "error", note.code, note.message, "");
      }
      write(suite, notes, "assay", "");
      if (!sink_(text_)) return false;
    }
    return sink_("</testsuites>\n");
  }

 private:
  void write(const Suite& suite, const std::string& notes, const std::string& name, const std::string& more) {
    text_ = "<testsuite" + attribute("name", name) + attribute("package", "assay") +
            attribute("id", std::to_string(next_id_++)) + attribute("timestamp", "1970-01-01T00:00:00") +
            attribute("hostname", "localhost") + attribute("tests", std::to_string(suite.tests)) +
            attribute("failures", std::to_string(suite.failures)) + attribute("errors", std::to_string(suite.errors)) +
            attribute("skipped", std::to_string(suite.skipped)) + " time=\"0\">\n<properties>\n" +
            property("tool", "assay " + std::string(tool_version())) + more + "</properties>\n" + suite.cases +
            "<system-out>" + lines(notes) + "</system-out>\n<system-err></system-err>\n</testsuite>\n";
  }

  static std::string property(std::string_view name, std::string_view value) {
    return "<property" + attribute("name", name) + attribute("value", value) + "/>\n";
  }

  static std::string properties(const Report& report) {
    std::string out = property("verdict", to_string(report.verdict));
    if (!report.format.id.empty()) out += property("format", report.format.id);
    if (report.profile)
      out += property("profile", report.profile->id) + property("profile digest", report.profile->digest);
    if (!report.input_sha256.empty()) out += property("sha256", report.input_sha256);
    const auto number = [&](std::string_view name, std::uint64_t value) {
      out += property(name, std::to_string(value));
    };
    number("errors", report.counts.error);
    number("warnings", report.counts.warning);
    number("notes", report.counts.info);
    number("waived", report.counts.waived);
    if (report.findings_total > report.findings.size()) number("findings in all", report.findings_total);
    return out;
  }

  static std::string open_case(const std::string& class_name, std::string_view name) {
    return "<testcase" + attribute("name", name) + attribute("classname", class_name) + " time=\"0\"";
  }

  static void failing(Suite& suite, const std::string& class_name, std::string_view name, std::string_view element,
                      std::string_view type, const std::string& message, const std::string& body) {
    ++suite.tests;
    ++(element == "failure" ? suite.failures : suite.errors);
    suite.cases += open_case(class_name, name) + "><" + std::string(element) + attribute("type", type) +
                   attribute("message", text::visible(message)) + ">" + lines(body) + "</" + std::string(element) +
                   "></testcase>\n";
  }

  static void passed(Suite& suite, const std::string& class_name, std::string_view name) {
    ++suite.tests;
    suite.cases += open_case(class_name, name) + "/>\n";
  }

  static void skipped(Suite& suite, const std::string& class_name, std::string_view name, const std::string& message) {
    ++suite.tests;
    ++suite.skipped;
    suite.cases +=
        open_case(class_name, name) + "><skipped" + attribute("message", text::visible(message)) + "/></testcase>\n";
  }

  // What stands in the way of a judgement is an error of the run, not a failed test.
  void troubles(Suite& suite, const Report& report) {
    const std::string name = class_name(report);
    for (const Problem& problem : in_language(options_.language, report.problems)) {
      const std::string shown = shown_place({problem.file, problem.line, problem.column, {}});
      const std::string place = shown.empty() || problem.file == report.input_path ? "" : shown + ": ";
      failing(suite, name, problem.code, "error", problem.kind == ProblemKind::refused ? "refused" : "unreadable",
              place + problem.message, problem.advice);
    }
    if (report.verdict == Verdict::incomplete)
      failing(suite, name, "incomplete", "error", "incomplete", incomplete_in_words(report, options_.language), "");
  }

  std::string line_of(const Report& report, const Finding& finding) const {
    const Finding brief = with_short_values(finding);
    const std::string place = shown_place(finding.location);
    std::string line = std::string(finding.waived ? "waived" : to_string(finding.severity)) + " " + place +
                       (place.empty() ? "" : ": ") + text::visible(message_of(report, brief, options_.language)) +
                       " [" + defect_id(report, finding) + "]\n";
    if (const std::string fix = fix_of(report, brief, options_.language); !fix.empty())
      line += "  " + text::visible(say(options_.language, "report.fix", {{"fix", fix}})) + "\n";
    if (finding.waiver) line += "  " + text::visible(waiver_in_words(finding, options_.language)) + "\n";
    return line;
  }

  void rules(Suite& suite, std::string& notes, const Report& report) {
    std::map<std::uint32_t, std::vector<const Finding*>> by_rule;
    for (const Finding& finding : report.findings) by_rule[finding.rule].push_back(&finding);
    const std::string name = class_name(report);
    std::uint64_t blocked = 0;
    for (std::uint32_t i = 0; i < report.profile->rules.size(); ++i) {
      const Outcome outcome = report.outcomes[i].outcome;
      const std::string& id = report.profile->rules[i].id;
      if (outcome == Outcome::inapplicable) continue;
      if (outcome == Outcome::blocked) {
        ++blocked;
        if (options_.detail == Detail::all) skipped(suite, name, id, "could not be judged");
      } else if (const auto found = by_rule.find(i); found != by_rule.end() || report.outcomes[i].findings > 0)
        judged(suite, notes, report, i, found == by_rule.end() ? std::vector<const Finding*>() : found->second);
      else if (options_.detail == Detail::all)
        passed(suite, name, id);
    }
    if (blocked && options_.detail != Detail::all)
      skipped(
          suite, name, "blocked",
          say(options_.language, "text.could-not-be-judged", {{"rules", blocked_rules(report, 5, options_.language)}}));
  }

  // One rule with findings: a failed case, a skipped one when all are waived, else a passed one with a note.
  void judged(Suite& suite, std::string& notes, const Report& report, std::uint32_t index,
              const std::vector<const Finding*>& findings) {
    const Rule& rule = report.profile->rules[index];
    const std::string name = class_name(report);
    const std::string& id = rule.id;
    const std::uint64_t all = std::max<std::uint64_t>(report.outcomes[index].findings, findings.size());
    std::string body, quiet;
    const Finding* first = nullptr;
    std::uint64_t failed = 0, waived = 0;
    for (const Finding* finding : findings) {
      waived += finding->waived;
      if (fails(*finding, options_.fail_on)) {
        if (!first) first = finding;
        if (++failed <= most_alike) body += line_of(report, *finding);
      } else if (quiet.size() < (1u << 20)) {
        quiet += line_of(report, *finding);
      }
    }
    if (failed > most_alike)
      body += say(options_.language, "text.more-like-this", {{"count", std::to_string(failed - most_alike)}}) + "\n";
    notes += quiet;
    if (first) {
      const std::string place = shown_place(first->location);
      failing(suite, name, id, "failure", to_string(first->severity),
              place + (place.empty() ? "" : ": ") + message_of(report, with_short_values(*first), options_.language) +
                  (failed > 1 ? " (and " + std::to_string(failed - 1) + " more)" : ""),
              body);
    } else if (all > findings.size() && rule.severity >= options_.fail_on) {
      failing(suite, name, id, "failure", to_string(rule.severity),
              in_language(options_.language, findings_left_out(findings.size(), all)).message, body);
    } else if (waived > 0 && waived == all) {
      skipped(suite, name, id, waiver_in_words(*findings.front(), options_.language));
    } else {
      passed(suite, name, id);
    }
  }

  RenderOptions options_;
  Sink sink_;
  std::string text_;
  std::uint64_t next_id_ = 0;
};

}  // namespace

std::unique_ptr<Renderer> make_junit(const RenderOptions& options, Sink sink) {
  return std::make_unique<Junit>(options, std::move(sink));
}

}  // namespace assay::report
