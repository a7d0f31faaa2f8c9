// json and ndjson: the shapes of the contract, schema assay-report/1.
#include <assay/messages.hpp>
#include <assay/profile.hpp>

#include "json/document.hpp"
#include "report/common.hpp"
#include "report/renderers/renderers.hpp"

namespace assay::report {
namespace {

using json::Writer;

void counts(Writer& out, const Counts& c) {
  out.begin_object().key("error").unsigned_integer(c.error).key("warning").unsigned_integer(c.warning);
  out.key("info").unsigned_integer(c.info).key("waived").unsigned_integer(c.waived).end_object();
}

void text_or_null(Writer& out, std::string_view text) { text.empty() ? out.null() : out.string(text); }

void number_or_null(Writer& out, std::uint32_t number) { number == 0 ? out.null() : out.unsigned_integer(number); }

void location_part(Writer& out, const Location& location) {
  out.key("location").begin_object();
  text_or_null(out.key("file"), location.file);
  number_or_null(out.key("line"), location.line);
  number_or_null(out.key("column"), location.column);
  text_or_null(out.key("path"), location.path);
  out.end_object();
}

void finding_row(Writer& out, const Report& report, const Finding& finding, const std::string& language) {
  const Rule& rule = report.profile->rules[finding.rule];
  out.begin_object().key("rule").string(rule.id);
  text_or_null(out.key("cause"), finding.cause);
  out.key("requirements").begin_array();
  for (const std::uint32_t r : rule.requirements) out.string(report.profile->requirements[r].id);
  out.end_array().key("profiles").begin_array();
  out.string(rule.id.starts_with(Profile::floor_family) ? std::string(Profile::floor_id) : report.profile->id);
  out.end_array().key("fingerprint").string(finding.fingerprint);
  out.key("severity").string(to_string(finding.severity)).key("confidence").number(finding.confidence);
  out.key("message").string(message_of(report, finding, language)).key("fix").string(fix_of(report, finding, language));
  location_part(out, finding.location);
  out.key("arguments").begin_object();
  for (std::size_t i = 0; i < finding.arguments.size(); ++i)
    if (i == 0 || finding.arguments[i].first != finding.arguments[i - 1].first)
      out.key(finding.arguments[i].first).string(finding.arguments[i].second);
  out.end_object();
  if (finding.waiver) {
    out.key("waiver").begin_object().key("reason").string(finding.waiver->reason);
    out.key("owner").string(finding.waiver->owner).key("expires").string(finding.waiver->expires);
    out.key("expired").boolean(finding.waiver->expired).end_object();
  }
  if (finding.novelty != Novelty::unknown) out.key("baseline").string(to_string(finding.novelty));
  out.end_object();
}

void gone_row(Writer& out, const GoneFinding& gone) {
  out.begin_object().key("rule").string(gone.rule);
  text_or_null(out.key("cause"), gone.cause);
  out.key("fingerprint").string(gone.fingerprint).key("severity").string(to_string(gone.severity));
  out.key("message").string(gone.message);
  location_part(out, gone.location);
  out.end_object();
}

// What changed since an earlier report; there only when one was named and holds this input.
void baseline_part(Writer& out, const Report& report) {
  if (!report.compared) return;
  const Compared counts = compared(report);
  out.key("baseline").begin_object().key("new").unsigned_integer(counts.fresh);
  out.key("unchanged").unsigned_integer(counts.unchanged).key("gone").begin_array();
  for (const GoneFinding& gone : report.gone) gone_row(out, gone);
  out.end_array().end_object();
}

// Facts that change with the world: what was known when, and from whom.
void tables_part(Writer& out, const Report& report) {
  if (report.tables.empty()) return;
  out.key("tables").begin_array();
  for (const DataTable& table : report.tables) {
    out.begin_object().key("name").string(table.name).key("title").string(table.title);
    out.key("date").string(table.date).key("source").string(table.source).end_object();
  }
  out.end_array();
}

void profile_part(Writer& out, const Profile* profile) {
  if (!profile) {
    out.null();
    return;
  }
  out.begin_object().key("id").string(profile->id).key("digest").string(profile->digest).key("overlays").begin_array();
  for (const AppliedOverlay& overlay : profile->overlays)
    out.begin_object()
        .key("id")
        .string(overlay.id)
        .key("digest")
        .string(overlay.digest)
        .key("origin")
        .string(overlay.origin)
        .end_object();
  out.end_array().end_object();
}

void problem_row(Writer& out, const Problem& problem) {
  out.begin_object().key("code").string(problem.code).key("message").string(problem.message);
  out.key("advice").string(problem.advice);
  text_or_null(out.key("file"), problem.file);
  number_or_null(out.key("line"), problem.line);
  number_or_null(out.key("column"), problem.column);
  out.end_object();
}

void problem_rows(Writer& out, const char* name, const std::vector<Problem>& problems, const std::string& language) {
  out.key(name).begin_array();
  for (const Problem& problem : problems) problem_row(out, in_language(language, problem));
  out.end_array();
}

void rule_outcomes(Writer& out, const Report& report, bool all) {
  const Profile* profile = report.profile.get();
  std::uint64_t totals[4] = {};
  out.key("outcomes").begin_array();
  for (std::size_t i = 0; profile && i < profile->rules.size(); ++i) {
    const RuleOutcome& row = report.outcomes[i];
    ++totals[static_cast<int>(row.outcome)];
    if (!all && (row.outcome == Outcome::passed || row.outcome == Outcome::inapplicable)) continue;
    out.begin_object().key("rule").string(profile->rules[i].id).key("outcome").string(to_string(row.outcome));
    out.key("findings").unsigned_integer(row.findings).end_object();
  }
  out.end_array().key("outcome_counts").begin_object();
  for (int i = 0; i < 4; ++i) out.key(to_string(static_cast<Outcome>(i))).unsigned_integer(totals[i]);
  out.end_object();
}

void requirement_outcomes(Writer& out, const Report& report, bool all) {
  const Profile* profile = report.profile.get();
  std::uint64_t totals[5] = {};
  out.key("requirements").begin_array();
  for (std::size_t i = 0; profile && i < profile->requirements.size(); ++i) {
    const RequirementOutcome outcome = report.requirements[i];
    ++totals[static_cast<int>(outcome)];
    if (!all && (outcome == RequirementOutcome::passed || outcome == RequirementOutcome::inapplicable)) continue;
    out.begin_object()
        .key("id")
        .string(profile->requirements[i].id)
        .key("outcome")
        .string(to_string(outcome))
        .end_object();
  }
  out.end_array().key("requirement_counts").begin_object();
  for (int i = 0; i < 5; ++i) out.key(to_string(static_cast<RequirementOutcome>(i))).unsigned_integer(totals[i]);
  out.end_object();
}

// What a report, and each line of ndjson, begins with.
void opening(Writer& out) {
  out.begin_object().key("schema").string("assay-report/1");
  out.key("tool").begin_object().key("name").string("assay").key("version").string(tool_version()).end_object();
}

// What is inside the braces of a result.
void result(Writer& out, const Report& report, const RenderOptions& options) {
  out.key("input").begin_object().key("path").string(report.input_path);
  text_or_null(out.key("kind"), report.input_kind);
  out.key("bytes").unsigned_integer(report.input_bytes);
  text_or_null(out.key("sha256"), report.input_sha256);
  out.end_object().key("format").begin_object();
  text_or_null(out.key("id"), report.format.id);
  if (!report.format.guess.empty()) out.key("guess").string(report.format.guess);
  out.end_object();
  profile_part(out.key("profile"), report.profile.get());
  out.key("verdict").string(to_string(report.verdict)).key("judgements").begin_array();
  for (const Judgement& judgement : report.judgements) {
    out.begin_object().key("question").string(judgement.question).key("profile").string(judgement.profile);
    out.key("digest").string(judgement.digest).key("verdict").string(to_string(judgement.verdict));
    counts(out.key("counts"), judgement.counts);
    out.end_object();
  }
  out.end_array();
  counts(out.key("counts"), report.counts);
  out.key("lang").string(options.language).key("findings").begin_array();
  for (const Finding& finding : report.findings) finding_row(out, report, finding, options.language);
  out.end_array();
  if (ended_early(report)) out.key("deterministic").boolean(false);
  if (report.findings_total > report.findings.size())
    out.key("truncated").boolean(true).key("total").unsigned_integer(report.findings_total);
  if (options.detail != Detail::findings) {
    rule_outcomes(out, report, options.detail == Detail::all);
    requirement_outcomes(out, report, options.detail == Detail::all);
  }
  tables_part(out, report);
  baseline_part(out, report);
  problem_rows(out, "problems", report.problems, options.language);
}

class Json final : public Renderer {
 public:
  Json(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}
  bool begin() override {
    std::string text;
    Writer out(text);
    opening(out);
    out.key("results").raw("[");
    return sink_(text);
  }
  bool add(const Report& report) override { return add_result(result_as_json(report, options_)); }
  bool add_result(std::string_view json) override {
    std::string text = first_ ? "\n" : ",\n";
    first_ = false;
    return sink_(text.append(json));
  }
  bool end(const RunSummary& run) override {
    if (run.notes.empty()) return sink_("\n]}\n");
    std::string notes;
    Writer out(notes);
    out.begin_object();
    problem_rows(out, "notes", run.notes, options_.language);
    return sink_("\n]," + notes.substr(1) + "}\n");
  }

 private:
  RenderOptions options_;
  Sink sink_;
  bool first_ = true;
};

class NdJson final : public Renderer {
 public:
  NdJson(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}
  bool begin() override { return true; }
  bool add(const Report& report) override { return add_result(result_as_json(report, options_)); }
  bool add_result(std::string_view json) override {
    std::string text;
    Writer out(text);
    opening(out);
    return sink_(text.append(",").append(json.substr(1)).append("\n"));
  }
  // A line of its own, which is no result: it has no "input".
  bool end(const RunSummary& run) override {
    if (run.notes.empty()) return true;
    std::string text;
    Writer out(text);
    opening(out);
    problem_rows(out, "notes", run.notes, options_.language);
    out.end_object();
    return sink_(text + "\n");
  }

 private:
  RenderOptions options_;
  Sink sink_;
};

}  // namespace

std::string result_as_json(const Report& report, const RenderOptions& options) {
  std::string text;
  Writer out(text);
  out.begin_object();
  result(out, report, options);
  out.end_object();
  return text;
}

std::unique_ptr<Renderer> make_json(const RenderOptions& options, Sink sink) {
  return std::make_unique<Json>(options, std::move(sink));
}
std::unique_ptr<Renderer> make_ndjson(const RenderOptions& options, Sink sink) {
  return std::make_unique<NdJson>(options, std::move(sink));
}

}  // namespace assay::report
