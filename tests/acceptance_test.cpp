// Waivers and baselines: what they take, what they refuse, and what they say of a report.
#include <doctest/doctest.h>

#include <assay/baseline.hpp>
#include <assay/validate.hpp>
#include <assay/waivers.hpp>

#include "embedded.hpp"
#include "json/document.hpp"
#include "json/schema.hpp"
#include "known_words.hpp"
#include "report/fingerprint.hpp"
#include "report/glob.hpp"
#include "small_report.hpp"
#include "xml/parse.hpp"

using namespace assay;

namespace {

std::string list_of(const std::string& rows) { return R"({ "schema": "assay-waivers/1", "waivers": [)" + rows + "] }"; }
std::string row(const std::string& more, const std::string& expires = "2030-12-31",
                const std::string& rule = "imscp.dangling-item-reference") {
  return R"({ "rule": ")" + rule + R"(", "reason": "May", "owner": "Ann", "expires": ")" + expires + "\"" + more + " }";
}

Result<Waivers> waivers_of(const std::string& text) { return Waivers::parse("w.json", text, "2026-03-01"); }

bool schema_takes(const std::string& text) {
  const std::string path = "schemas/assay-waivers-1/waivers.schema.json";
  const auto schema_text = json::parse(path, std::string(embedded_file(path)));
  REQUIRE(schema_text.ok());
  const auto schema = json::Schema::compile(**schema_text);
  REQUIRE(schema.ok());
  const auto document = json::parse("w.json", text);
  return document.ok() && schema->validate(**document).empty();
}

Report after(const std::string& rows, Report report = small_report({dangling(3, "i1"), dangling(4, "i2")})) {
  const auto waivers = waivers_of(list_of(rows));
  REQUIRE_MESSAGE(waivers.ok(), waivers.problem().message);
  waivers->apply(report);
  return report;
}

std::string report_text(const std::string& format, const std::vector<Report>& reports) {
  return render(format, reports);
}

Report with_fingerprints(std::vector<std::pair<std::string, std::string>> items) {
  std::vector<Finding> findings;
  for (const auto& [item, fingerprint] : items) {
    findings.push_back(dangling(static_cast<std::uint32_t>(findings.size() + 1), item));
    findings.back().fingerprint = fingerprint;
  }
  return small_report(std::move(findings));
}

constexpr const char* fp1 = "1111111111111111";
constexpr const char* fp2 = "2222222222222222";

Baseline baseline_of(const std::string& text) {
  auto baseline = Baseline::parse("b.json", text);
  REQUIRE_MESSAGE(baseline.ok(), baseline.problem().message);
  return std::move(*baseline);
}

}  // namespace

TEST_CASE("waivers: reader and schema take and refuse the same") {
  const std::string good[] = {
      list_of(""),
      list_of(row("")),
      list_of(row(R"(, "input": "a*.zip", "file": "imsmanifest.xml", "path": "/manifest/*")")),
      list_of(row(R"(, "fingerprint": "0123456789abcdef")", "2026-03-01", "imscp.manifest-schema:missing-element")),
  };
  for (const std::string& text : good) {
    CAPTURE(text);
    CHECK(waivers_of(text).ok());
    CHECK(schema_takes(text));
  }
  const std::string bad[] = {
      "",
      "[]",
      R"({ "waivers": [] })",
      R"({ "schema": "assay-waivers/2", "waivers": [] })",
      R"({ "schema": "assay-waivers/1", "waivers": {} })",
      list_of("1"),
      list_of(R"({ "rule": "a.b", "owner": "Ann", "expires": "2030-01-01" })"),
      list_of(R"({ "rule": "a.b", "reason": "x", "expires": "2030-01-01" })"),
      list_of(R"({ "rule": "a.b", "reason": "x", "owner": "Ann" })"),
      list_of(R"({ "reason": "x", "owner": "Ann", "expires": "2030-01-01" })"),
      list_of(row(R"(, "comment": "x")")),
      list_of(row(R"(, "input": 3)")),
      list_of(row("", "soon")),
  };
  for (const std::string& text : bad) {
    CAPTURE(text);
    const auto waivers = waivers_of(text);
    REQUIRE(!waivers.ok());
    CHECK(problem_of(waivers).kind == ProblemKind::usage);
    CHECK(problem_of(waivers).file == "w.json");
    CHECK(problem_of(waivers).line > 0);
    CHECK(!problem_of(waivers).advice.empty());
    CHECK(!schema_takes(text));
  }
}

TEST_CASE("waivers: days of the calendar") {
  for (const char* day : {"2024-02-29", "2000-02-29", "2026-12-31"}) CHECK(is_date(day));
  for (const char* day : {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1",
                          "2026-04-01T", "2026/04/01", ""})
    CHECK_MESSAGE(!is_date(day), day);
}

TEST_CASE("waivers: a waived finding stays, is counted, and does not fail") {
  const Report report = after(row(""));
  CHECK(report.findings.size() == 2);
  CHECK(report.counts.error == 0);
  CHECK(report.counts.waived == 2);
  CHECK(report.verdict == Verdict::conforms);
  CHECK(report.findings[0].waiver->owner == "Ann");
}

TEST_CASE("waivers: where they hold") {
  const auto waived = [](const std::string& more) { return after(row(more)).counts.waived; };
  CHECK(waived(R"(, "input": "course.zip")") == 2);
  CHECK(waived(R"(, "input": "c*e.zip")") == 2);
  CHECK(waived(R"(, "input": "other.zip")") == 0);
  CHECK(waived(R"(, "input": "dist/course.zip")") == 0);
  CHECK(waived(R"(, "file": "imsmanifest.xml")") == 2);
  CHECK(waived(R"(, "file": "other.xml")") == 0);
  CHECK(waived(R"(, "path": "/manifest/*/item[1]")") == 2);
  CHECK(waived(R"(, "path": "/manifest/*/item[2]")") == 0);
  CHECK(waived(R"(, "fingerprint": "ffffffffffffffff")") == 0);
  Report caused = small_report({dangling(3, "i1")});
  caused.findings[0].cause = "missing-element";
  const std::string of_cause = "imscp.dangling-item-reference:missing-element";
  CHECK(after(row("", "2030-01-01", of_cause), caused).counts.waived == 1);
  CHECK(after(row("", "2030-01-01", of_cause)).counts.waived == 0);
}

TEST_CASE("waivers: the last day counts, the day after does not, and an expired one is told") {
  CHECK(after(row("", "2026-03-01")).counts.waived == 2);
  const Report report = after(row("", "2026-02-28"));
  CHECK(report.counts.waived == 0);
  CHECK(report.verdict == Verdict::does_not_conform);
  REQUIRE(report.findings[0].waiver);
  CHECK(report.findings[0].waiver->expired);
  CHECK(after(row("", "2026-02-28") + "," + row("")).counts.waived == 2);
}

TEST_CASE("waivers: unused and expired ones are notes with their place") {
  const auto waivers =
      waivers_of(list_of("\n" + row(R"(, "file": "none.xml")") + ",\n" + row("", "2020-01-01") + ",\n" + row("")));
  REQUIRE(waivers.ok());
  Report report = small_report({dangling(3, "i1")});
  waivers->apply(report);
  const auto notes = waivers->notes();
  for (const Problem& note : notes) CHECK(unknown_words(note) == "");
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].code == "unused-waiver");
  CHECK(notes[0].line == 2);
  CHECK(notes[1].code == "expired-waiver");
  CHECK(notes[1].line == 3);
}

TEST_CASE("waivers: no unknown rule, and nothing that refuses unsafe packages") {
  const Store store;
  const auto check = [&](const std::string& rule) {
    const auto waivers = waivers_of(list_of(row("", "2030-01-01", rule)));
    REQUIRE(waivers.ok());
    auto problem = waivers->check(store, nullptr);
    if (problem) CHECK(unknown_words(*problem) == "");
    return problem;
  };
  CHECK(!check("imscp.dangling-item-reference"));
  CHECK(!check("imscp.manifest-schema:missing-element"));
  REQUIRE(check("imscp.dangling-item-referense"));
  CHECK(check("imscp.dangling-item-referense")->advice == "Did you mean imscp.dangling-item-reference?");
  REQUIRE(check("safe-package.path-traversal"));
  CHECK(check("safe-package.path-traversal")->message.find("cannot be waived") != std::string::npos);
  Report report = small_report({dangling(3, "i1")});
  auto profile = small_profile();
  profile->rules[0].refuse = true;
  report.profile = profile;
  CHECK(after(row(""), report).counts.waived == 0);
}

TEST_CASE("baseline: new, known and gone, from json and ndjson, whatever the lines") {
  const Report old = with_fingerprints({{"i1", fp1}, {"i2", fp2}});
  for (const char* format : {"json", "ndjson"}) {
    CAPTURE(format);
    const Baseline baseline = baseline_of(report_text(format, {old}));
    Report now = with_fingerprints({{"i2", fp2}, {"i3", "3333333333333333"}});
    baseline.compare(now, true);
    CHECK(now.compared);
    CHECK(now.findings[0].novelty == Novelty::unchanged);
    CHECK(now.findings[1].novelty == Novelty::fresh);
    REQUIRE(now.gone.size() == 1);
    CHECK(now.gone[0].fingerprint == fp1);
    CHECK(now.gone[0].message.find("\"i1\"") != std::string::npos);
    CHECK(now.gone[0].location.line == 1);
    CHECK(now.blocked_as_before);
  }
}

TEST_CASE("baseline: equal findings are counted, not merged") {
  const Baseline baseline = baseline_of(report_text("json", {with_fingerprints({{"i", fp1}, {"i", fp1}})}));
  Report more = with_fingerprints({{"i", fp1}, {"i", fp1}, {"i", fp1}});
  baseline.compare(more, true);
  CHECK(more.findings[1].novelty == Novelty::unchanged);
  CHECK(more.findings[2].novelty == Novelty::fresh);
  Report fewer = with_fingerprints({{"i", fp1}});
  baseline.compare(fewer, true);
  CHECK(fewer.gone.size() == 1);
}

TEST_CASE("baseline: inputs by path; one against one whatever the name; unknown ones are told") {
  Report one = with_fingerprints({{"i", fp1}}), two = one;
  one.input_path = "./dist//a.zip";
  two.input_path = "dist/b.zip";
  const Baseline both = baseline_of(report_text("json", {one, two}));
  Report now = one;
  now.input_path = "dist/a.zip";
  both.compare(now, false);
  CHECK(now.findings[0].novelty == Novelty::unchanged);
  Report other = one;
  other.input_path = "dist/c.zip";
  both.compare(other, true);
  CHECK(other.findings[0].novelty == Novelty::fresh);
  REQUIRE(both.notes().size() == 1);
  CHECK(both.notes()[0].code == "not-in-baseline");
  const Baseline single = baseline_of(report_text("json", {one}));
  Report renamed = other;
  single.compare(renamed, true);
  CHECK(renamed.findings[0].novelty == Novelty::unchanged);
}

TEST_CASE("baseline: what was waived then is not known now") {
  Report old = with_fingerprints({{"i", fp1}});
  old.findings[0].waived = true;
  old.findings[0].waiver = std::make_shared<Waiver>();
  const Baseline baseline = baseline_of(report_text("json", {old}));
  Report now = with_fingerprints({{"i", fp1}});
  baseline.compare(now, true);
  CHECK(now.findings[0].novelty == Novelty::fresh);
  CHECK(now.gone.empty());
}

TEST_CASE("baseline: what cannot be looked at is not gone, and a new blockade is not as before") {
  const Baseline baseline = baseline_of(report_text("json", {with_fingerprints({{"i", fp1}})}));
  Report now = small_report({});
  now.outcomes[0].outcome = Outcome::blocked;
  baseline.compare(now, true);
  CHECK(now.gone.empty());
  CHECK(!now.blocked_as_before);
}

TEST_CASE("baseline: what is no report is refused with its place") {
  for (const char* text : {"", "{", "[]", "{\"schema\":\"assay-report/2\",\"results\":[]}",
                           "{\"schema\":\"assay-report/1\",\"results\":[{}]}", "{\"input\":{\"path\":\"a\"}}\n",
                           "{\"input\":{\"path\":\"a\"},\"findings\":[]}\n{\"input\":3}\n"}) {
    CAPTURE(text);
    const auto baseline = Baseline::parse("b.json", text);
    REQUIRE(!baseline.ok());
    CHECK(problem_of(baseline).kind == ProblemKind::usage);
    CHECK(problem_of(baseline).line >= (std::string_view(text).find("\n{") == std::string_view::npos ? 1u : 2u));
  }
}

TEST_CASE("fingerprints survive hints that change, and siblings that come in front") {
  Finding a = dangling(12, "i3"), b = a;
  for (auto& [name, value] : b.arguments)
    if (name == "known") value = "R7";
  CHECK(report::fingerprint("r", a, "/p") == report::fingerprint("r", b, "/p"));
  const auto path_of_last_file = [](const std::string& files) {
    const auto parsed = xml::parse("m.xml", "<m><resource identifier='R'>" + files + "</resource></m>", "", {});
    Node last;
    for (Node node = first_child(first_child(root(*parsed.document))); node; node = next_sibling(node)) last = node;
    return xml::stable_path(last);
  };
  CHECK(path_of_last_file("<file href='a'/>") == path_of_last_file("<file href='b'/><file href='a'/>"));
  CHECK(path_of_last_file("<file href='a'/>") != path_of_last_file("<file href='b'/>"));
  CHECK(path_of_last_file("<file href='a'/>") == "/m/resource[@identifier='R']/file[@href='a']");
}

TEST_CASE("names with stars") {
  using report::glob;
  CHECK(glob("*", ""));
  CHECK(glob("a*c*", "abcd"));
  CHECK(!glob("a*c", "abcd"));
  CHECK(!glob("", "a"));
  CHECK(!glob("*a*a*a*a*a*a*a*b", std::string(5'000, 'a')));
  CHECK(report::plain_path("./a//b/./c/") == "a/b/c");
  CHECK(report::plain_path("/x") == "/x");
}
