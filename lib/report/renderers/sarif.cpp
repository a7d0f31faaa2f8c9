// SARIF 2.1.0: one run, results streamed, what they refer to (artifacts, rules, notifications) behind them.
#include <map>

#include <assay/messages.hpp>
#include <assay/profile.hpp>

#include "json/document.hpp"
#include "messages/catalogue.hpp"
#include "report/common.hpp"
#include "report/renderers/renderers.hpp"
#include "text/digest.hpp"
#include "text/escape.hpp"
#include "text/message_format.hpp"
#include "text/unicode.hpp"

namespace assay::report {
namespace {

using json::Writer;

std::string_view level_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

// A reader takes "[words](address)" for a link; package text makes none.
std::string without_links(std::string text) {
  if (text.find("](") == std::string::npos) return text;
  for (std::size_t at = 0; (at = text.find_first_of("[]", at)) != std::string::npos; at += 2) text.insert(at, "\\");
  return text;
}

void message(Writer& out, std::string_view name, const std::string& text) {
  out.key(name).begin_object().key("text").string(without_links(text)).end_object();
}

// "imscp.dangling-item-reference" → "DanglingItemReference"
std::string pascal_case(std::string_view id) {
  std::string out;
  bool upper = true;
  for (const char c : id.substr(id.find('.') + 1)) {
    if (c == '-') {
      upper = true;
      continue;
    }
    out.push_back(upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    upper = false;
  }
  return out;
}

// The fix of a rule without the values of a finding: "Point it at one of …, or remove identifierref."
std::string without_values(std::string_view pattern) {
  const std::string general = text::in_general(pattern);
  std::string out;
  for (std::size_t at = 0; at < general.size();) {
    const std::size_t open = std::min(general.find('{', at), general.size());
    out.append(general, at, open - at);
    if (open == general.size()) break;
    const std::size_t close = text::end_of_placeholder(general, open);
    out += close > open ? "…" : "{";
    at = close + 1;
  }
  return out;
}

std::string help_of(const Rule& rule, const Profile& profile, std::string_view language) {
  const auto told = [&](const std::string& key, std::string_view english) {
    return std::string(messages::text_of(language, key, english).text);
  };
  const std::string fix = without_values(told(messages::key_of(rule.id, "fix"), rule.fix));
  std::string text = say(language, "explain.fix") + ": " + fix + "\n";
  for (const std::uint32_t r : rule.requirements) {
    const Requirement& row = profile.requirements[r];
    text += "\n" + row.id + ": " + told(messages::requirement_key(row, "statement"), row.statement) + "\n";
    if (!row.rationale.empty()) {
      const std::string why = told(messages::requirement_key(row, "rationale"), row.rationale);
      text += say(language, "explain.why", {{"reason", why}}) + "\n";
    }
    if (!row.clause.empty())
      text += say(language, "explain.source",
                  {{"clause", messages::named(language, messages::Named::clause, row.clause)}}) +
              "\n";
  }
  return text + "\n" + say(language, "summary.more", {{"rule", rule.id}});
}

std::string uri_of(const std::string& path) { return (path.starts_with('/') ? "file://" : "") + text::uri_path(path); }

class Sarif final : public Renderer {
 public:
  Sarif(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}

  bool begin() override {
    return sink_(
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[\n"
        "{\"columnKind\":\"unicodeCodePoints\",\"results\":[");
  }

  bool add(const Report& report) override {
    std::string text;
    const std::size_t input = input_artifact(report);
    to_the_end_ = to_the_end_ && !ended_early(report);
    for (const Finding& finding : report.findings) {
      separate(text);
      Writer out(text);
      result(out, report, finding, input);
    }
    for (const GoneFinding& gone : report.gone) {
      separate(text);
      Writer out(text);
      absent(out, report, gone, input);
    }
    notify(report, input);
    return sink_(text);
  }

  bool end(const RunSummary& run) override {
    std::string text = "\n],\n\"artifacts\":[" + joined(artifacts_) + "],\n\"invocations\":[";
    Writer out(text);
    out.begin_object().key("executionSuccessful").boolean(run.exit_code != 5 && !run.interrupted && to_the_end_);
    out.key("exitCode").integer(run.exit_code);
    out.key("toolExecutionNotifications").raw("[" + joined(notifications_) + "]");
    std::string notes;
    for (const Problem& note : in_language(options_.language, run.notes)) {
      if (!notes.empty()) notes += ",";
      Writer row(notes);
      notification(row, note, run.interrupted && note.code == "interrupted" ? "error" : "note", nullptr, 0);
    }
    out.key("toolConfigurationNotifications").raw("[" + notes + "]").end_object();
    text += "],\n\"tool\":{\"driver\":";
    Writer driver(text);
    driver.begin_object().key("name").string("assay").key("version").string(tool_version());
    driver.key("semanticVersion").string(tool_version()).key("rules").raw("[" + joined(rules_) + "]").end_object();
    return sink_(text + "}}\n]}\n");
  }

 private:
  void separate(std::string& text) {
    text += first_ ? "\n" : ",\n";
    first_ = false;
  }

  static std::string joined(const std::vector<std::string>& rows) {
    std::string out;
    for (const std::string& row : rows) out += (out.empty() ? "\n" : ",\n") + row;
    return out;
  }

  // Index of an artifact; made at its first use.
  template <class Write>
  std::size_t artifact(std::size_t parent, const std::string& uri, Write write) {
    const auto [found, made] = artifact_ids_.try_emplace({parent, uri}, artifacts_.size());
    if (made) {
      Writer out(artifacts_.emplace_back());
      out.begin_object().key("location").begin_object().key("uri").string(uri).end_object();
      write(out);
      out.end_object();
    }
    return found->second;
  }

  std::size_t input_artifact(const Report& report) {
    const std::string path = report.input_path == "-" ? "stdin" : report.input_path;
    return artifact(no_parent, uri_of(path), [&](Writer& out) {
      if (report.input_kind == "zip") out.key("mimeType").string("application/zip");
      if (report.input_kind != "directory" && report.input_bytes)
        out.key("length").unsigned_integer(report.input_bytes);
      out.key("roles").begin_array().string("analysisTarget");
      if (report.input_kind == "directory") out.string("directory");
      out.end_array();
      if (!report.input_sha256.empty())
        out.key("hashes").begin_object().key("sha-256").string(report.input_sha256).end_object();
      out.key("properties").begin_object().key("verdict").string(to_string(report.verdict));
      if (!report.format.id.empty()) out.key("format").string(report.format.id);
      if (report.profile)
        out.key("profile").string(report.profile->id).key("profileDigest").string(report.profile->digest);
      if (report.findings_total > report.findings.size())
        out.key("truncated").boolean(true).key("total").unsigned_integer(report.findings_total);
      out.end_object();
    });
  }

  // The entry of a zip is an artifact nested in it; a file of a folder is a file.
  void physical_location(Writer& out, const Report& report, const Location& location, std::size_t input,
                         const Excerpt* excerpt) {
    const Target target = target_of(report, location.file);
    std::size_t index = input;
    std::string uri = uri_of(target.path == "-" ? "stdin" : target.path);
    if (!target.entry.empty()) {
      uri = text::uri_path(target.entry);
      index = artifact(input, uri, [&](Writer& row) { row.key("parentIndex").unsigned_integer(input); });
    } else if (target.path != report.input_path) {
      index = artifact(no_parent, uri, [](Writer&) {});
    }
    out.key("physicalLocation").begin_object().key("artifactLocation").begin_object().key("uri").string(uri);
    out.key("index").unsigned_integer(index).end_object();
    if (location.line) {
      out.key("region").begin_object().key("startLine").unsigned_integer(location.line);
      if (location.column) out.key("startColumn").unsigned_integer(location.column);
      if (excerpt && !excerpt->line.empty())
        out.key("snippet").begin_object().key("text").string(excerpt->line).end_object();
      out.end_object();
    }
    out.end_object();
  }

  // What a build server shows has to be a file that it has: of a zip, the zip. The entry stands in the logical name.
  void locations(Writer& out, const Report& report, const Location& location, std::size_t input,
                 const Excerpt* excerpt) {
    const std::string entry = target_of(report, location.file).entry;
    const Location whole;
    out.key("locations").begin_array().begin_object();
    physical_location(out, report, entry.empty() ? location : whole, input, entry.empty() ? excerpt : nullptr);
    if (!location.path.empty() || !entry.empty()) {
      const std::string name = entry + (entry.empty() || location.path.empty() ? "" : "#") + location.path;
      out.key("logicalLocations").begin_array().begin_object().key("fullyQualifiedName").string(name);
      if (!location.path.empty()) out.key("kind").string(location.file.ends_with(".xml") ? "element" : "value");
      out.end_object().end_array();
    }
    out.end_object().end_array();
  }

  // The place inside the zip, for viewers that look into one.
  void place_in_zip(Writer& out, const Report& report, const Location& location, std::size_t input,
                    const Excerpt* excerpt) {
    if (target_of(report, location.file).entry.empty()) return;
    out.key("relatedLocations").begin_array().begin_object().key("id").unsigned_integer(1);
    physical_location(out, report, location, input, excerpt);
    out.end_object().end_array();
  }

  static std::string with_place(const Report& report, const Location& location, const std::string& words) {
    return target_of(report, location.file).entry.empty() ? words : shown_place(location) + ": " + words;
  }

  std::size_t rule_index(const Rule& rule, const Profile& profile) {
    const auto [found, made] = rule_ids_.try_emplace(rule.id, rules_.size());
    if (!made) return found->second;
    Writer out(rules_.emplace_back());
    out.begin_object().key("id").string(rule.id).key("name").string(pascal_case(rule.id));
    if (!rule.requirements.empty()) {
      const Requirement& first = profile.requirements[rule.requirements.front()];
      const auto told = [&](std::string_view part, const std::string& english) {
        return std::string(messages::text_of(options_.language, messages::requirement_key(first, part), english).text);
      };
      message(out, "shortDescription", told("statement", first.statement));
      if (!first.rationale.empty()) message(out, "fullDescription", told("rationale", first.rationale));
    }
    message(out, "help", help_of(rule, profile, options_.language));
    out.key("defaultConfiguration").begin_object().key("level").string(level_of(rule.severity)).end_object();
    out.key("properties").begin_object().key("tags").begin_array();
    out.string(rule.id.substr(0, rule.id.find('.'))).end_array().key("requirements").begin_array();
    for (const std::uint32_t r : rule.requirements) out.string(profile.requirements[r].id);
    out.end_array().key("precision").string(rule.confidence < 1 ? "medium" : "very-high");
    out.key("problem.severity")
        .string(rule.severity == Severity::error     ? "error"
                : rule.severity == Severity::warning ? "warning"
                                                     : "recommendation");
    out.end_object().end_object();
    return found->second;
  }

  void fingerprints(Writer& out, const Report& report, const std::string& fingerprint) {
    out.key("partialFingerprints").begin_object().key("assayFinding/v1").string(fingerprint);
    out.key("assayInput/v1").string(text::sha256_hex(report.input_path).substr(0, 16)).end_object();
  }

  void result(Writer& out, const Report& report, const Finding& finding, std::size_t input) {
    const Rule& rule = report.profile->rules[finding.rule];
    const Finding brief = with_short_values(finding);
    const std::string fix = fix_of(report, brief, options_.language);
    out.begin_object()
        .key("ruleId")
        .string(rule.id)
        .key("ruleIndex")
        .unsigned_integer(rule_index(rule, *report.profile));
    out.key("level").string(level_of(finding.severity));
    message(out, "message",
            with_fix(with_place(report, finding.location, text::visible(message_of(report, brief, options_.language))),
                     text::visible(fix), options_.language, '\n'));
    locations(out, report, finding.location, input, &finding.excerpt);
    place_in_zip(out, report, finding.location, input, &finding.excerpt);
    fingerprints(out, report, finding.fingerprint);
    if (finding.confidence < 1) out.key("rank").number(finding.confidence * 100);
    if (finding.waived) {
      out.key("suppressions").begin_array().begin_object().key("kind").string("external");
      out.key("status").string("accepted").key("justification").string(finding.waiver->reason);
      out.key("properties").begin_object().key("owner").string(finding.waiver->owner);
      out.key("expires").string(finding.waiver->expires).end_object().end_object().end_array();
    } else {
      out.key("suppressions").begin_array().end_array();
    }
    if (finding.novelty != Novelty::unknown) out.key("baselineState").string(to_string(finding.novelty));
    out.key("properties").begin_object();
    if (!finding.cause.empty()) out.key("cause").string(finding.cause);
    out.key("profile").string(report.profile->id).key("requirements").begin_array();
    for (const std::uint32_t r : rule.requirements) out.string(report.profile->requirements[r].id);
    out.end_array();
    if (finding.waiver && finding.waiver->expired)
      out.key("waiver").string(waiver_in_words(finding, options_.language));
    out.end_object().end_object();
  }

  void absent(Writer& out, const Report& report, const GoneFinding& gone, std::size_t input) {
    out.begin_object().key("ruleId").string(gone.rule).key("level").string(level_of(gone.severity));
    message(out, "message", with_place(report, gone.location, text::visible(gone.message)));
    locations(out, report, gone.location, input, nullptr);
    place_in_zip(out, report, gone.location, input, nullptr);
    fingerprints(out, report, gone.fingerprint);
    out.key("baselineState").string("absent").end_object();
  }

  void notification(Writer& out, const Problem& problem, std::string_view level, const Report* report,
                    std::size_t input) {
    out.begin_object().key("descriptor").begin_object().key("id").string(problem.code).end_object();
    out.key("level").string(level);
    message(out, "message",
            with_fix(text::visible(problem.message), text::visible(problem.advice), options_.language, '\n'));
    if (report)
      locations(out, *report,
                {problem.file == report->input_path ? "" : problem.file, problem.line, problem.column, {}}, input,
                nullptr);
    out.end_object();
  }

  void notify(const Report& report, std::size_t input) {
    const auto add = [&](const Problem& problem, std::string_view level) {
      Writer out(notifications_.emplace_back());
      notification(out, problem, level, &report, input);
    };
    for (const Problem& problem : in_language(options_.language, report.problems)) add(problem, "error");
    if (report.verdict == Verdict::incomplete)
      add({ProblemKind::unreadable, "blocked", incomplete_in_words(report, options_.language), "", "", 0, 0}, "error");
  }

  static constexpr std::size_t no_parent = static_cast<std::size_t>(-1);
  RenderOptions options_;
  Sink sink_;
  bool first_ = true, to_the_end_ = true;
  std::map<std::pair<std::size_t, std::string>, std::size_t> artifact_ids_;
  std::map<std::string, std::size_t> rule_ids_;
  std::vector<std::string> artifacts_, rules_, notifications_;
};

}  // namespace

std::unique_ptr<Renderer> make_sarif(const RenderOptions& options, Sink sink) {
  return std::make_unique<Sarif>(options, std::move(sink));
}

}  // namespace assay::report
