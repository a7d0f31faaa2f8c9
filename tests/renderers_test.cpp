// Formats for other programs: their structure, whatever the report, and that package text stays text.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <assay/validate.hpp>

#include "json/document.hpp"
#include "json/schema.hpp"
#include "limits.hpp"
#include "report/common.hpp"
#include "small_report.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"
#include "xml/parse.hpp"

using namespace assay;

namespace {

std::string file_text(const std::string& path) {
  std::ifstream stream(std::string(ASSAY_SOURCE_DIR) + "/" + path, std::ios::binary);
  REQUIRE(stream.good());
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string schema_defects(const std::string& schema_path, const std::string& text) {
  const auto schema_text = json::parse(schema_path, file_text(schema_path));
  REQUIRE(schema_text.ok());
  const auto schema = json::Schema::compile(**schema_text);
  REQUIRE(schema.ok());
  const auto document = json::parse("output.json", text);
  REQUIRE_MESSAGE(document.ok(), document.problem().message << " " << text.substr(0, 300));
  std::string words;
  for (const SchemaDefect& defect : schema->validate(**document))
    words += json::pointer(defect.json) + " " + std::string(defect.cause) + " " + std::string(defect.child) + "\n";
  return words;
}

// Markup, commands of build servers, terminal codes, mentions, broken bytes.
const std::string hostile_text =
    "\x1b[31m<script>alert(1)</script>&amp;\"'|`@everyone #1 www.evil.example https://evil.example "
    "[click](https://evil.example) ]]>%0A::add-mask::x\r\n::set-output name=a::b\n##[error]x ##vso[task] "
    "![i](j) $x$ \xE2\x80\xAE\xFF{0}";

Report hostile_report() {
  Finding finding = dangling(3, hostile_text);
  finding.location.file = hostile_text;
  finding.location.path = "/a[" + hostile_text + "]";
  finding.excerpt = {hostile_text, 3};
  finding.cause = "bad-value:pattern";
  Report report = small_report({finding});
  report.input_path = "::warning::" + hostile_text;
  return report;
}

Report waived_report() {
  Report report = small_report({dangling(3, "i1"), dangling(4, "i2")});
  auto waiver = std::make_shared<Waiver>();
  waiver->rule = "imscp.dangling-item-reference";
  waiver->reason = "The vendor repairs it in May.";
  waiver->owner = "Ann";
  waiver->expires = "2030-05-31";
  report.findings[0].waived = true;
  report.findings[0].waiver = waiver;
  report.findings[0].novelty = Novelty::unchanged;
  report.findings[1].novelty = Novelty::fresh;
  report.counts = {1, 0, 0, 1};
  report.compared = true;
  report.gone.push_back({"imscp.dangling-item-reference",
                         "",
                         "00112233445566ff",
                         "Item \"i0\" refers to nothing.",
                         Severity::error,
                         {"imsmanifest.xml", 9, 1, "/manifest"}});
  return report;
}

Report truncated_report() {
  Report report = small_report({dangling(1, "i")});
  report.findings_total = 9;
  report.problems.push_back(findings_left_out(1, 9));
  report.verdict = Verdict::refused;
  return report;
}

Report unreadable() {
  return unreadable_report({"-", nullptr},
                           {ProblemKind::refused, "limit-entries", "Too many.", "Split it.", "-", 1, 2});
}

Report unknown_format() {
  Report report = small_report({});
  report.format = {};
  report.format.guess = "a Moodle backup";
  report.verdict = Verdict::unreadable;
  return report;
}

Report blocked_report() {
  Report report = small_report({});
  report.verdict = Verdict::incomplete;
  report.outcomes[0] = {Outcome::blocked, 0};
  report.requirements = {RequirementOutcome::cant_tell};
  return report;
}

std::vector<Report> every_kind() {
  return {small_report({}),   small_report({dangling(12, "i3")}),
          hostile_report(),   waived_report(),
          truncated_report(), unreadable(),
          unknown_format(),   blocked_report()};
}

std::string render_run(const std::string& format, const std::vector<Report>& reports, const RunSummary& run,
                       const RenderOptions& options = {}) {
  std::string out;
  for (const RendererInfo& info : renderer_table()) {
    if (info.id != format) continue;
    const auto renderer = info.make(options, [&](std::string_view text) { return out.append(text), true; });
    CHECK(renderer->begin());
    for (const Report& report : reports) CHECK(renderer->add(report));
    CHECK(renderer->end(run));
  }
  return out;
}

RunSummary noted_run() {
  RunSummary run;
  run.notes.push_back({ProblemKind::usage, "unused-waiver", "This waiver waives nothing: " + hostile_text, "Remove it.",
                       "assay-waivers.json", 3, 5});
  return run;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

}  // namespace

TEST_CASE("every format: valid UTF-8, the tool's version, what was left out, no control characters, deterministic") {
  for (const RendererInfo& info : renderer_table()) {
    CAPTURE(info.id);
    const std::string text = render_run(std::string(info.id), every_kind(), noted_run());
    CHECK(text::is_valid_utf8(text));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text == render_run(std::string(info.id), every_kind(), noted_run()));
    CHECK(has(render_run(std::string(info.id), {}, noted_run()), "waives nothing"));
    if (info.id == "line") continue;  // verdict and counts only
    const std::string short_one = render_run(std::string(info.id), {truncated_report()}, {});
    CHECK_MESSAGE(has(short_one, "9"), "the number of all findings");
    if (info.id != "gitlab" || !short_one.empty()) CHECK(has(short_one, report::tool_version()));
    CHECK(has(render_run(std::string(info.id), {waived_report()}, {}), "The vendor repairs it in May."));
  }
}

TEST_CASE("junit: a rule whose findings are all beyond the limit has failed") {
  Report report = small_report({});
  report.outcomes = {{Outcome::failed, 7}, {Outcome::failed, 2}};
  auto profile = small_profile();
  profile->rules[1].severity = Severity::warning;  // fails nothing, and is no failed case
  report.profile = profile;
  report.findings_total = 9;
  report.problems.push_back(findings_left_out(0, 7));
  settle(report);
  CHECK(report.verdict == Verdict::refused);
  CHECK(report.counts.error == 7);
  CHECK(report.counts.warning == 2);
  const std::string text = render_run("junit", {report}, {});
  CHECK(has(text, "name=\"imscp.dangling-item-reference\""));
  CHECK(has(text, "<failure type=\"error\" message=\"Only 0 of 7 findings are listed.\""));
  CHECK(count(text, "<failure") == 1);
}

TEST_CASE("every format has a transcript of the ten packages") {
  for (const RendererInfo& info : renderer_table())
    CHECK_MESSAGE(
        std::filesystem::exists(std::string(ASSAY_SOURCE_DIR) + "/tests/report/" + std::string(info.id) + ".txt"),
        info.id);
}

TEST_CASE("sarif: the structure that is promised, for every kind of report") {
  for (const Detail detail : {Detail::all, Detail::judged, Detail::findings}) {
    RenderOptions options;
    options.detail = detail;
    CHECK(schema_defects("tests/report/sarif.schema.json", render_run("sarif", every_kind(), noted_run(), options)) ==
          "");
  }
  CHECK(schema_defects("tests/report/sarif.schema.json", render_run("sarif", {}, {})) == "");
  CHECK(schema_defects("tests/report/sarif.schema.json", R"({"$schema":"x","version":"2.1.0","runs":[{}]})") != "");
}

TEST_CASE("sarif: entries are nested in their zip, suppressions and baseline states are told") {
  const std::string text = render_run("sarif", {waived_report()}, {});
  CHECK(has(text, R"({"location":{"uri":"imsmanifest.xml"},"parentIndex":0})"));
  CHECK(
      has(text,
          R"("relatedLocations":[{"id":1,"physicalLocation":{"artifactLocation":{"uri":"imsmanifest.xml","index":1})"));
  CHECK(has(text, R"("logicalLocations":[{"fullyQualifiedName":"imsmanifest.xml#/manifest/)"));
  CHECK(has(text, R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"course.zip","index":0}},"logicalL)"));
  CHECK(has(text, R"("suppressions":[{"kind":"external","status":"accepted","justification":"The vendor repairs)"));
  CHECK(has(text, R"("baselineState":"new")"));
  CHECK(has(text, R"("baselineState":"unchanged")"));
  CHECK(has(text, R"("baselineState":"absent")"));
  CHECK(count(text, "\"id\":\"imscp.dangling-item-reference\"") == 1);
  CHECK(has(render_run("sarif", {hostile_report()}, {}), R"(\\[click\\](https)"));
}

TEST_CASE("junit: well-formed, every suite complete and counted right") {
  const std::string text = render_run("junit", every_kind(), noted_run());
  const auto parsed = xml::parse("junit.xml", text, "", {});
  REQUIRE_MESSAGE(parsed.well_formed, parsed.problem.message << " " << parsed.problem.line);
  const Node suites = root(*parsed.document);
  CHECK(name(suites) == "testsuites");
  std::uint64_t id = 0;
  for (Node suite = first_child(suites); suite; suite = next_sibling(suite), ++id) {
    CHECK(name(suite) == "testsuite");
    for (const char* each : {"name", "package", "timestamp", "hostname", "time"})
      CHECK_MESSAGE(!value(attribute(suite, each)).empty(), each);
    CHECK(value(attribute(suite, "id")) == std::to_string(id));
    std::uint64_t tests = 0, failures = 0, errors = 0, skipped = 0;
    std::string order;
    for (Node child = first_child(suite); child; child = next_sibling(child)) {
      order += name(child).substr(0, 1) == "t" ? "" : std::string(name(child)) + " ";
      if (name(child) != "testcase") continue;
      ++tests;
      CHECK(!value(attribute(child, "name")).empty());
      CHECK(!value(attribute(child, "classname")).empty());
      const Node inside = first_child(child);
      CHECK(!(inside && next_sibling(inside)));
      if (!inside) continue;
      ++(name(inside) == "failure" ? failures : name(inside) == "error" ? errors : skipped);
      CHECK((name(inside) == "skipped" || !value(attribute(inside, "type")).empty()));
    }
    CHECK(order == "properties system-out system-err ");
    CHECK(value(attribute(suite, "tests")) == std::to_string(tests));
    CHECK(value(attribute(suite, "failures")) == std::to_string(failures));
    CHECK(value(attribute(suite, "errors")) == std::to_string(errors));
    CHECK(value(attribute(suite, "skipped")) == std::to_string(skipped));
    CHECK(tests + (value(attribute(suite, "name")) == "assay" ? 1 : 0) > 0);
  }
  CHECK(id == every_kind().size() + 1);
}

TEST_CASE("junit: what fails is what makes the exit code") {
  Report report = small_report({dangling(1, "i")});
  report.findings[0].severity = Severity::warning;
  CHECK(count(render_run("junit", {report}, {}), "<failure") == 0);
  RenderOptions strict;
  strict.fail_on = Severity::warning;
  CHECK(count(render_run("junit", {report}, {}, strict), "<failure") == 1);
  report.findings[0].novelty = Novelty::unchanged;
  CHECK(count(render_run("junit", {report}, {}, strict), "<failure") == 0);
}

TEST_CASE("github: one command a line, and package text makes none") {
  const std::string text = render_run("github", every_kind(), noted_run());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    REQUIRE(end != std::string::npos);
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    CAPTURE(line);
    const std::size_t first = line.find_first_not_of(' ');
    REQUIRE(first != std::string::npos);
    if (line.compare(first, 2, "::") != 0) {
      CHECK(!has(line, "##["));
      CHECK(!has(line, "##vso["));
      continue;
    }
    const bool command =
        line.starts_with("::error ") || line.starts_with("::warning ") || line.starts_with("::notice ");
    CHECK(command);
    // The first "::" behind the start ends the properties; no property can hold one.
    const std::string properties = line.substr(2, line.find("::", 2) - 2);
    CHECK(has(properties, "title="));
    CHECK(!has(properties, ":"));
    CHECK(!has(line, "%0A"));  // a "%" of the package is no escape
  }
  CHECK(has(render_run("github", {small_report({dangling(12, "i3")})}, {}),
            "::error file=course.zip,title=imscp.dangling-item-reference::imsmanifest.xml:12:5: Item \"i3\""));
  Report folder = small_report({dangling(12, "i3")});
  folder.input_kind = "directory";
  folder.input_path = "./course/";
  CHECK(has(render_run("github", {folder}, {}), "::error file=course/imsmanifest.xml,line=12,col=5,title="));
}

TEST_CASE("gitlab: rows that the widget can tell apart") {
  const std::string text = render_run("gitlab", {small_report({dangling(1, "i"), dangling(2, "i")})}, {});
  const auto document = json::parse("gitlab.json", text);
  REQUIRE(document.ok());
  std::string before;
  for (JsonNode row = first_child(root(**document)); row; row = next_sibling(row)) {
    for (const char* each : {"description", "check_name", "fingerprint", "severity", "location"})
      CHECK_MESSAGE(member(row, each), each);
    CHECK(content(member(row, "fingerprint")) != before);
    before = content(member(row, "fingerprint"));
    CHECK(number(member(member(member(row, "location"), "lines"), "begin")) >= 1);
  }
  CHECK(render_run("gitlab", {}, {}) == "[\n]\n");
}

TEST_CASE("markdown: package text is neither markup nor a mention, and a comment stays small") {
  const std::string text = render_run("markdown", {hostile_report()}, noted_run());
  for (const std::string never : {"<script", "@everyone", "[click](", "https://evil", "www.evil", "![i]"}) {
    CAPTURE(never);
    CHECK(!has(text, never));
  }
  std::vector<Finding> many;
  for (std::uint32_t i = 0; i < 2'000; ++i) {
    many.push_back(dangling(i + 1, std::string(150, 'x')));
    many.back().cause = "cause-" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i);
  }
  const std::string flood = render_run("markdown", std::vector<Report>(400, small_report(many)), {});
  CHECK(flood.size() < 65'000);
  CHECK(has(flood, "did not fit into a comment"));
  CHECK(has(flood, "more packages"));
}

TEST_CASE("earl: the structure that is promised, for every kind of report") {
  for (const Detail detail : {Detail::all, Detail::judged, Detail::findings}) {
    RenderOptions options;
    options.detail = detail;
    CHECK(schema_defects("tests/report/earl.schema.json", render_run("earl", every_kind(), noted_run(), options)) ==
          "");
  }
}

TEST_CASE("log lines: nothing in them can be read as a command of a build server") {
  CHECK(text::log_safe("::add-mask::x\n  ::error::y\nplain ::z\n") ==
        "\\x3A:add-mask::x\n  \\x3A:error::y\nplain ::z\n");
  CHECK(text::log_safe("a ##[error]b ##vso[x] ##teamcity[y] ## [z] ###[") ==
        "a \\x23#[error]b \\x23#vso[x] \\x23#teamcity[y] ## [z] #\\x23#[");
}

TEST_CASE("addresses: percent-encoded, and a path never becomes a host") {
  CHECK(text::uri_path("a b/ü?#%.zip") == "a%20b/%C3%BC%3F%23%25.zip");
  CHECK(text::uri_path("//host/x") == "/.//host/x");
}
