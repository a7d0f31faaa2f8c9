// What reports and inventories look like, for people and for programs.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <assay/profile.hpp>
#include <assay/render.hpp>
#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "embedded.hpp"
#include "inventory/inventory.hpp"
#include "json/document.hpp"
#include "json/schema.hpp"
#include "package/trees.hpp"
#include "report/common.hpp"
#include "report/fingerprint.hpp"
#include "report/width.hpp"
#include "small_report.hpp"
#include "xpath/xpath.hpp"

using namespace assay;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

// Defects of a text under one of the schemas that ship, in words.
std::string defects(const std::string& schema_path, const std::string& text) {
  const auto schema_text = json::parse(schema_path, std::string(embedded_file(schema_path)));
  REQUIRE(schema_text.ok());
  const auto schema = json::Schema::compile(**schema_text);
  REQUIRE(schema.ok());
  const auto document = json::parse("output.json", text);
  REQUIRE(document.ok());
  std::string words;
  for (const SchemaDefect& defect : schema->validate(**document))
    words += json::pointer(defect.json) + " " + std::string(defect.cause) + " " + std::string(defect.child) + "\n";
  return words;
}
std::string report_defects(const std::string& text) {
  return defects("schemas/assay-report-1/report.schema.json", text);
}
std::string inventory_defects(const std::string& text) {
  return defects("schemas/assay-inventory-1/inventory.schema.json", text);
}

const std::string manifest_text = R"(<?xml version="1.0"?>
<manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>
    <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title><langstring xml:lang="th">งาน</langstring></title><language>th</language></general></lom>
  </metadata>
  <organizations default="O"><organization identifier="O"><title>T</title>
    <item identifier="I" identifierref="R"><title> One </title></item></organization></organizations>
  <resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="a.html?x=1">
    <file href="a.html"/><file href="A.HTML"/><file href="gone.html"/><file href="https://me@CDN.Example.org:8080/x.js"/><file href="#top"/>
  </resource></resources>
</manifest>
)";

// A package in a folder of its own, removed with the test.
struct Course {
  explicit Course(const std::string& text) {
    std::string pattern = (std::filesystem::temp_directory_path() / "assay-render-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path = pattern;
    std::ofstream(path + "/imsmanifest.xml", std::ios::binary) << text;
    std::ofstream(path + "/a.html", std::ios::binary) << "<html/>";
    std::ofstream(path + "/clip.MP4", std::ios::binary);
  }
  Course(const Course&) = delete;
  Course& operator=(const Course&) = delete;
  ~Course() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  std::string path;
};

}  // namespace

TEST_CASE("the words of the contract") {
  CHECK(to_string(Verdict::does_not_conform) == "does-not-conform");
  CHECK(to_string(RequirementOutcome::cant_tell) == "cantTell");
  CHECK(to_string(Outcome::inapplicable) == "inapplicable");
  CHECK(to_string(Severity::warning) == "warning");
}

TEST_CASE("a message is filled once; values are not templates and unknown names stay") {
  Report report = small_report({dangling(12, "{identifierref}")});
  CHECK(message_of(report, report.findings[0], "en") ==
        "Item \"{identifierref}\" refers to resource \"R9\", which does not exist.");
  report.findings[0].rule = 1;
  report.findings[0].arguments = {{"name", "x"}};
  CHECK(message_of(report, report.findings[0], "en") == "Entry x: {unknown}.");
  CHECK(fix_of(report, report.findings[0], "en").empty());
}

TEST_CASE("display width") {
  using report::display_width;
  CHECK(display_width("abc") == 3);
  CHECK(display_width("课程") == 4);
  CHECK(display_width("งาน") == 3);
  CHECK(display_width("ที่") == 1);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("a\xE8\xAF") == 2);  // a cut character ends where the text ends
  CHECK(report::prefix_bytes("课程x", 2) == 6);
  CHECK(report::prefix_bytes("ab", 9) == 2);
}

TEST_CASE("text: the example of the contract") {
  CHECK(render("text", {small_report({dangling(12, "i3")})}) ==
        "course.zip · SCORM 1.2 · profile scorm-1.2 · does not conform\n"
        "\n"
        "imsmanifest.xml\n"
        "  error 12:5  Item \"i3\" refers to resource \"R9\", which does not exist.           "
        "imscp.dangling-item-reference\n"
        "        12 │     <item identifier=\"i3\" identifierref=\"R9\">\n"
        "           │     ^\n"
        "        fix: point it at one of R1, R2, R3, or remove identifierref.\n"
        "\n"
        "1 error · 1 rule passed, 0 did not apply, 0 could not be judged · more: assay explain "
        "imscp.dangling-item-reference\n\nassay " +
            std::string(report::tool_version()) + "\n");
}

TEST_CASE("text: the caret stands under wide characters") {
  Finding finding = dangling(1, "x");
  finding.excerpt = {"课程<item>", 2};
  CHECK(has(render("text", {small_report({finding})}), "        1 │ 课程<item>\n          │     ^\n"));
}

TEST_CASE("text: alike findings are folded, never in JSON") {
  std::vector<Finding> many;
  for (std::uint32_t i = 0; i < 28; ++i) many.push_back(dangling(i + 1, "i" + std::to_string(i)));
  const std::string text = render("text", {small_report(many)});
  CHECK(count(text, "refers to resource") == 5);
  CHECK(has(text, "… and 23 more like this"));
  CHECK(count(render("json", {small_report(many)}), "refers to resource") == 28);
  many.resize(6);  // one more than the most: "and 1 more" would take the same room
  CHECK(count(render("text", {small_report(many)}), "refers to resource") == 6);
}

TEST_CASE("text: package text cannot write to the terminal, and a long value does not flood it") {
  Finding finding = dangling(1, "\x1b[2J\r\n\xE2\x80\xAE\xFF");
  finding.excerpt.line = "\x1b]0;owned\x07";
  finding.excerpt.caret = 3;
  finding.location.file = "a\x1b[31m.xml";
  Report report = small_report({finding});
  report.input_path = "\x1b[8mhidden.zip";
  const std::string text = render("text", {report});
  CHECK(!has(text, "\x1b"));
  CHECK(!has(text, "\r"));
  CHECK(!has(text, "\xE2\x80\xAE"));
  CHECK(has(text, "\\x1B[2J\\x0D\\x0A\\u{202E}\\xFF"));
  CHECK(render("text", {small_report({dangling(1, std::string(1 << 20, 'x'))})}).size() < 2'000'000);
  Finding flood = dangling(1, std::string(1 << 20, 'x'));
  flood.excerpt = {};
  CHECK(render("text", {small_report({flood})}).size() < 2'000);
}

TEST_CASE("text: colour only when asked for; line: the verdict and the counts") {
  RenderOptions options;
  options.color = true;
  CHECK(has(render("text", {small_report({dangling(1, "i")})}, options), "\x1b[31;1merror\x1b[0m"));
  options = {};
  CHECK(render("line", {small_report({dangling(1, "i")}), small_report({})}, options) ==
        "course.zip · SCORM 1.2 · profile scorm-1.2 · does not conform · 1 error\n"
        "course.zip · SCORM 1.2 · profile scorm-1.2 · does not conform\n"
        "assay " +
            std::string(report::tool_version()) + "\n");
}

TEST_CASE("text: what cannot be read says what it is and the way out") {
  const Report report = unreadable_report(
      {"x.zip", nullptr}, {ProblemKind::unreadable, "not-a-zip", "This is not a zip archive but a PDF document.",
                           "Export the course again.", "x.zip"});
  CHECK(render("text", {report}) ==
        "x.zip · cannot be read\n\n"
        "  cannot be read  This is not a zip archive but a PDF document.\n"
        "        fix: Export the course again.\n\nassay " +
            std::string(report::tool_version()) + "\n");
  Report unknown = small_report({});
  unknown.format = {};
  unknown.verdict = Verdict::unreadable;
  unknown.problems = {{ProblemKind::unreadable, "unknown-format", "It looks like a Moodle backup.", "See.", ""}};
  CHECK(has(render("text", {unknown}), "\n\n  It looks like a Moodle backup.\n  See.\n"));
  Report not_yet = small_report({});
  not_yet.verdict = Verdict::unreadable;
  not_yet.problems = {{ProblemKind::unreadable, "no-profile", "assay recognises it.", "See.", ""}};
  CHECK(has(render("text", {not_yet}), " · cannot be judged yet\n\n  assay recognises it.\n  See.\n"));
}

TEST_CASE("text: an unfinished judgement names what is unfinished") {
  Report report = small_report({});
  report.verdict = Verdict::incomplete;
  report.outcomes[0] = {Outcome::blocked, 0};
  CHECK(has(render("text", {report}), "could not be judged: imscp.dangling-item-reference\n"));
}

TEST_CASE("findings beyond the limit are counted, and none of them is forgotten in a judgement") {
  const std::string manifest =
      R"x(<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" identifier="M"><organizations><organization )x"
      R"x(identifier="O"><title>T</title><item identifier="a" identifierref="gone"/><item identifier="a"/></organization>)x"
      R"x(</organizations><resources><resource identifier="R" type="webcontent" href="javascript:alert(1)"/></resources></manifest>)x";
  const auto package = open({"imsmanifest.xml", &manifest});
  REQUIRE(package);
  const auto profile = *resolve(Store(), {{"scorm-1.2"}, {}});
  const Report whole = validate(*package, profile);
  Limits limits;
  limits.findings = 1;
  const Report cut = validate(*package, profile, limits);
  REQUIRE(whole.findings.size() > 3);
  REQUIRE(whole.judgements.size() == 2);
  REQUIRE(whole.judgements[0].verdict != Verdict::conforms);  // a safety error, found after those of IMS CP
  CHECK(cut.findings.size() == 1);
  CHECK(cut.findings_total == whole.findings.size());
  CHECK(cut.verdict == Verdict::refused);
  REQUIRE(cut.problems.size() == 1);
  CHECK(cut.problems[0].code == "limit-findings");
  CHECK(has(cut.problems[0].message, "Only 1 of " + std::to_string(whole.findings.size())));
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(cut.judgements[i].verdict == whole.judgements[i].verdict);
    CHECK(cut.judgements[i].counts.error == whole.judgements[i].counts.error);
    CHECK(cut.judgements[i].counts.warning == whole.judgements[i].counts.warning);
    CHECK(cut.judgements[i].counts.info == whole.judgements[i].counts.info);
  }
}

TEST_CASE("json: strict schema, whatever the report") {
  Report truncated = small_report({dangling(1, "i")});
  truncated.findings_total = 9;
  Report hostile = small_report({dangling(1, std::string("\xFF\x00\"\\\xE2\x80\xA8", 7))});
  hostile.findings[0].location = {};
  hostile.findings[0].cause = "bad-value:pattern";
  const Report broken =
      unreadable_report({"-", nullptr}, {ProblemKind::refused, "limit-entries", "Too many.", "", "-", 1, 2});
  for (const Detail detail : {Detail::all, Detail::judged, Detail::findings}) {
    RenderOptions options;
    options.detail = detail;
    const std::string text = render("json", {small_report({}), truncated, hostile, broken}, options);
    CHECK(report_defects(text) == "");
    CHECK(has(text, "\"truncated\":true,\"total\":9"));
    CHECK(has(text, "\"outcomes\"") == (detail != Detail::findings));
    CHECK(has(text, "\"outcome\":\"passed\"") == (detail == Detail::all));
  }
  CHECK(report_defects(render("json", {})) == "");
  CHECK(report_defects(R"({"schema":"assay-report/2","tool":{"name":"assay","version":"1.0.0"},"results":[]})") != "");
}

TEST_CASE("ndjson: one line for each result") {
  const std::string text = render("ndjson", {small_report({dangling(1, "a\nb")}), small_report({})});
  CHECK(count(text, "\n") == 2);
  CHECK(report_defects(R"({"schema":"assay-report/1","tool":{"name":"assay","version":"1.0.0"},"results":[)" +
                       text.substr(0, text.find('\n')) + "]}") == "");
}

TEST_CASE("a renderer stops when the output is full") {
  for (const RendererInfo& info : renderer_table()) {
    const auto renderer = info.make({}, [](std::string_view) { return false; });
    CHECK(!(renderer->begin() && renderer->add(small_report({})) && renderer->end({})));
  }
}

TEST_CASE("fingerprints survive shifted lines and differ by argument") {
  const Finding a = dangling(12, "i3"), b = dangling(99, "i3"), c = dangling(12, "i4");
  CHECK(report::fingerprint("r", a, "/p") == report::fingerprint("r", b, "/p"));
  CHECK(report::fingerprint("r", a, "/p") != report::fingerprint("r", c, "/p"));
  CHECK(report::fingerprint("r", a, "/p").size() == 16);
}

TEST_CASE("inventory: what a package holds") {
  const Course course(manifest_text);
  const auto package = open({course.path, nullptr});
  REQUIRE(package.ok());
  const std::string text = inventory_json(*package);
  CHECK(inventory_defects(text) == "");
  CHECK(count(text, "\n") == 0);
  CHECK(has(text, R"("href":"a.html?x=1","target":"a.html","exists":true,"external":false,"resolution":"found")"));
  CHECK(has(text, R"("href":"A.HTML","target":"A.HTML","exists":false,"external":false,"resolution":"case-only")"));
  CHECK(has(text, R"("href":"gone.html","target":"gone.html","exists":false,"external":false,"resolution":"missing")"));
  CHECK(has(text, R"("exists":true,"external":true,"resolution":"external")"));
  CHECK(has(text, R"("href":"#top","target":"","exists":true,"external":true,"resolution":"empty")"));
  CHECK(has(text, R"("hosts":[{"host":"cdn.example.org","references":1}])"));
  CHECK(has(text, R"("languages":[{"tag":"th","places":2}])"));
  CHECK(has(text, R"("about":"manifest","title":"งาน","language":"th")"));
  CHECK(has(text,
            R"("item":"I","line":7,"title":"One","resource":"R","href":"a.html?x=1","target":"a.html","type":"sco")"));
  CHECK(has(text, R"("media":[{"name":"clip.MP4","type":"mp4","bytes":0,"container":null)"));
  CHECK(inventory_text(*package).starts_with(course.path + " · SCORM 1.2\n"));
}

TEST_CASE("inventory: a broken, a lone and an absent document") {
  const Course broken("<manifest xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\">\n<a & b>");
  const auto package = open({broken.path, nullptr});
  REQUIRE(package.ok());
  const std::string text = inventory_json(*package);
  CHECK(inventory_defects(text) == "");
  CHECK(has(text, R"("well_formed":false,"schema_valid":null,"schema_errors":[{"line":2,)"));

  const auto alone = open({"imsmanifest.xml", &manifest_text});
  REQUIRE(alone.ok());
  CHECK(inventory_defects(inventory_json(*alone)) == "");
  CHECK(has(inventory_json(*alone), R"("exists":null)"));

  const Problem problem{ProblemKind::unreadable, "not-found", "There is no such file.", "", ""};
  CHECK(inventory_defects(inventory_json("nowhere.zip", problem)) == "");
  CHECK(has(inventory_xml("<&\"\x01", problem), "path=\"&lt;&amp;&quot;\\x01\""));
  CHECK(has(inventory_text("nowhere.zip", problem), "There is no such file."));
}

TEST_CASE("inventory: rules can be written over it, and hits have places") {
  const Course course(manifest_text);
  const auto package = open({course.path, nullptr});
  REQUIRE(package.ok());
  const xpath::Tree* tree = xpath_tree(*package, "inventory", 0);
  REQUIRE(tree != nullptr);
  const auto select = [&](const char* expression) {
    const auto compiled = xpath::Expression::compile(expression);
    REQUIRE(compiled.ok());
    auto hits = compiled->select(*tree, nullptr, Limits());
    REQUIRE(hits.ok());
    return std::move(*hits);
  };
  CHECK(select("/inventory[@format='scorm-1.2']/entries/entry[@bytes > 1]").size() == 2);
  CHECK(select("//documents/document[@role='manifest' and @well_formed='true']").size() == 1);
  CHECK(select("//languages/language[@tag='th']").size() == 1);
  CHECK(select("//hosts/host[@host='cdn.example.org']").size() == 1);
  CHECK(select("//media/file[@type='mp4']").size() == 1);
  const auto gone = select("//references/reference[@exists='false' and @resolution='missing']");
  REQUIRE(gone.size() == 1);
  CHECK(locate(*package, gone[0].place).line == 9);
  CHECK(locate(*package, gone[0].place).path.ends_with("/file[3]"));
}
