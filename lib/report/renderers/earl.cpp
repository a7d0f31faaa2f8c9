// EARL 1.0 as JSON-LD: who asserts what outcome of which requirement about which package. The context stands inside, so
// that nobody has to fetch one.
#include <map>
#include <set>

#include <assay/messages.hpp>
#include <assay/profile.hpp>

#include "json/document.hpp"
#include "messages/catalogue.hpp"
#include "report/common.hpp"
#include "report/renderers/renderers.hpp"
#include "text/escape.hpp"

namespace assay::report {
namespace {

using json::Writer;

constexpr const char* head =
    "{\"@context\":{\"earl\":\"http://www.w3.org/ns/earl#\",\"dct\":\"http://purl.org/dc/terms/\","
    "\"doap\":\"http://usefulinc.com/ns/doap#\",\"ptr\":\"http://www.w3.org/2009/pointers#\"},\n\"@graph\":[\n";

void reference(Writer& out, std::string_view name, const std::string& id) {
  out.key(name).begin_object().key("@id").string(id).end_object();
}

std::string outcome_id(RequirementOutcome outcome) { return "earl:" + std::string(to_string(outcome)); }

class Earl final : public Renderer {
 public:
  Earl(const RenderOptions& options, Sink sink) : options_(options), sink_(std::move(sink)) {}

  bool begin() override {
    std::string text = head;
    Writer out(text);
    out.begin_object().key("@id").string("urn:assay:" + std::string(tool_version()));
    out.key("@type").begin_array().string("earl:Software").string("earl:Assertor").string("doap:Project").end_array();
    out.key("dct:title").string("assay").key("dct:hasVersion").string(tool_version()).end_object();
    return sink_(text);
  }

  bool add(const Report& report) override {
    text_.clear();
    subject_ = "#input-" + std::to_string(++inputs_);
    subject(report);
    if (!report.problems.empty()) readable(report);
    std::map<std::uint32_t, std::vector<const Finding*>> by_requirement;
    for (const Finding& finding : report.findings)
      for (const std::uint32_t r : report.profile->rules[finding.rule].requirements)
        by_requirement[r].push_back(&finding);
    for (std::uint32_t r = 0; r < report.requirements.size(); ++r) {
      const RequirementOutcome outcome = report.requirements[r];
      const bool dull = outcome == RequirementOutcome::passed || outcome == RequirementOutcome::inapplicable;
      if (dull ? options_.detail == Detail::all : options_.detail != Detail::findings || by_requirement.contains(r))
        requirement(report, r, by_requirement[r]);
    }
    return sink_(text_);
  }

  bool end(const RunSummary& run) override {
    text_.clear();
    for (const Problem& note : in_language(options_.language, run.notes)) {
      Writer& out = node();
      out.key("@type").string("dct:ProvenanceStatement").key("dct:identifier").string(note.code);
      out.key("dct:description").string(note.message + (note.advice.empty() ? "" : " " + note.advice)).end_object();
    }
    return sink_(text_ + "\n]}\n");
  }

 private:
  Writer& node() {
    text_ += ",\n";
    writer_ = Writer(text_);
    return writer_.begin_object();
  }

  void subject(const Report& report) {
    Writer& out = node();
    out.key("@id").string(subject_).key("@type").string("earl:TestSubject").key("dct:title").string(report.input_path);
    out.key("dct:description").string(verdict_in_words(report, options_.language));
    if (!report.format.title.empty()) out.key("dct:format").string(format_title(report, options_.language));
    if (!report.input_sha256.empty()) out.key("dct:identifier").string("sha256:" + report.input_sha256);
    if (report.profile) {
      out.key("dct:conformsTo").begin_object().key("@id").string("urn:assay:profile:" + report.profile->id);
      out.key("dct:identifier").string(report.profile->digest).end_object();
    }
    out.end_object();
  }

  Writer& assertion(const std::string& test, const char* mode = "earl:automatic") {
    Writer& out = node();
    out.key("@type").string("earl:Assertion");
    reference(out, "earl:assertedBy", "urn:assay:" + std::string(tool_version()));
    reference(out, "earl:subject", subject_);
    reference(out, "earl:test", test);
    reference(out, "earl:mode", mode);
    return out.key("earl:result").begin_object().key("@type").string("earl:TestResult");
  }

  void criterion(const std::string& id, std::string_view title, std::string_view description, std::string_view source) {
    if (!told_.insert(id).second) return;
    Writer& out = node();
    out.key("@id").string(id).key("@type").begin_array().string("earl:TestCriterion").string("earl:TestRequirement");
    out.end_array().key("dct:title").string(title);
    if (!description.empty()) out.key("dct:description").string(description);
    if (!source.empty()) out.key("dct:source").string(source);
    out.end_object();
  }

  void readable(const Report& report) {
    const std::string test = "urn:assay:readable";
    criterion(test, say(options_.language, "report.readable"), "", "");
    Writer& out = assertion(test);
    reference(out, "earl:outcome", report.verdict == Verdict::refused ? "earl:failed" : "earl:cantTell");
    out.key("earl:info").begin_array();
    for (const Problem& problem : in_language(options_.language, report.problems))
      out.string(problem.code + ": " + problem.message + (problem.advice.empty() ? "" : " " + problem.advice));
    out.end_array().end_object().end_object();
  }

  void requirement(const Report& report, std::uint32_t index, const std::vector<const Finding*>& findings) {
    const Requirement& row = report.profile->requirements[index];
    const std::string test = "urn:assay:requirement:" + text::uri_path(row.id);
    const auto told = [&](std::string_view part, const std::string& english) {
      return messages::text_of(options_.language, messages::requirement_key(row, part), english).text;
    };
    criterion(test, told("statement", row.statement), row.rationale.empty() ? "" : told("rationale", row.rationale),
              messages::named(options_.language, messages::Named::clause, row.clause));
    const RequirementOutcome outcome = report.requirements[index];
    Writer& out = assertion(test, outcome == RequirementOutcome::untested ? "earl:unknownMode" : "earl:automatic");
    reference(out, "earl:outcome", outcome_id(outcome));
    if (!findings.empty()) {
      out.key("earl:info").begin_array();
      for (const Finding* finding : findings) out.string(words(report, *finding));
      out.end_array().key("earl:pointer").begin_array();
      for (const Finding* finding : findings) pointer(out, report, *finding);
      out.end_array();
    }
    out.end_object().end_object();
  }

  std::string words(const Report& report, const Finding& finding) const {
    const Finding brief = with_short_values(finding);
    const std::string place = shown_place(finding.location);
    std::string text = std::string(to_string(finding.severity)) + " " + place + (place.empty() ? "" : ": ") +
                       message_of(report, brief, options_.language) + " [" + defect_id(report, finding) + "]";
    if (finding.waiver) text += " (" + waiver_in_words(finding, options_.language) + ")";
    return text;
  }

  // Lines and columns for every document, and an expression for the element or value.
  static void pointer(Writer& out, const Report& report, const Finding& finding) {
    const Location& place = finding.location;
    const Target target = target_of(report, place.file);
    const std::string document = text::uri_path(target.path == "-" ? "stdin" : target.path) +
                                 (target.entry.empty() ? "" : "#" + text::uri_path(target.entry));
    out.begin_object().key("@type").string(place.line ? "ptr:LineCharPointer" : "ptr:Pointer");
    reference(out, "ptr:reference", document);
    if (place.line) out.key("ptr:lineNumber").unsigned_integer(place.line);
    if (place.column) out.key("ptr:charNumber").unsigned_integer(place.column);
    if (!place.path.empty()) out.key("ptr:expression").string(place.path);
    out.end_object();
  }

  RenderOptions options_;
  Sink sink_;
  std::string text_, subject_;
  Writer writer_{text_};
  std::uint64_t inputs_ = 0;
  std::set<std::string> told_;
};

}  // namespace

std::unique_ptr<Renderer> make_earl(const RenderOptions& options, Sink sink) {
  return std::make_unique<Earl>(options, std::move(sink));
}

}  // namespace assay::report
