// Each declarative kind on its own: what it finds, what it says, and when it says nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "known_words.hpp"
#include "profile/kinds/kind.hpp"
#include "text/unicode.hpp"
#include "vectors/run.hpp"

using namespace assay;

namespace {

constexpr const char* head =
    R"({"id":"p-1","requirements":[{"id":"R-001","level":"MUST","testable":"auto","statement":"s"}],"rules":[)"
    R"({"id":"p-1.r","requirements":["R-001"],"message":"m",)";

// A profile with one rule; `rule` is the rest of its stanza.
Result<std::shared_ptr<const Profile>> profile_with(const std::string& rule) {
  const vectors::TemporaryFolder folder;
  const std::string path = folder.path() + "/p.json";
  std::ofstream(path) << head << rule << "}]}";
  const Store store;
  return resolve(store, {{path}, {}});
}

struct Judged {
  std::vector<Finding> findings;
  Outcome outcome = Outcome::inapplicable;
  [[nodiscard]] std::string argument(std::size_t finding, std::string_view name) const {
    for (const auto& [key, value] : findings.at(finding).arguments)
      if (key == name) return value;
    return "(absent)";
  }
};

Judged judge(const std::string& rule, const std::string& body, const Limits& limits = {}) {
  const auto profile = profile_with(rule);
  if (!profile) FAIL(profile.problem().message);
  const std::string manifest =
      "<manifest xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" identifier=\"m\">\n" + body + "</manifest>";
  const auto package = open({"imsmanifest.xml", &manifest}, limits);
  REQUIRE(package);
  const Report report = validate(*package, *profile, limits);
  Judged judged;
  for (std::size_t i = 0; i < (*profile)->rules.size(); ++i) {
    if ((*profile)->rules[i].id != "p-1.r") continue;
    judged.outcome = report.outcomes[i].outcome;
    for (const Finding& finding : report.findings)
      if (finding.rule == i) judged.findings.push_back(finding);
  }
  return judged;
}

Problem refused(const std::string& rule) {
  const auto profile = profile_with(rule);
  REQUIRE_FALSE(profile);
  CHECK(problem_of(profile).kind == ProblemKind::usage);
  CHECK(problem_of(profile).line == 1);
  return problem_of(profile);
}

std::string item(const std::string& attributes) { return "<item " + attributes + "/>\n"; }

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

}  // namespace

TEST_CASE("every pattern that ships can be used, though it is made ready only when it meets a text") {
  const Store store;
  std::size_t seen = 0;
  for (const ProfileInfo& info : store.profiles()) {
    const bool overlay = info.kind == "overlay";
    const auto profile = overlay ? resolve(store, {{"acs-0.1"}, {info.id}}) : resolve(store, {{info.id}, {}});
    REQUIRE_MESSAGE(profile.ok(), info.id);
    for (const Rule& rule : (*profile)->rules)
      for (const text::Regex& pattern : ParamsAccess::of(rule.parameters()).patterns) {
        ++seen;
        CHECK_MESSAGE(pattern.ok(), info.id << " " << rule.id);
      }
  }
  CHECK(seen > 100);
}

TEST_CASE("the set of kinds is closed") {
  CHECK(kinds().size() == 13);
  for (const KindInfo* kind : kinds()) CHECK(find_kind(kind->name) == kind);
  CHECK(find_kind("counts") == nullptr);
}

TEST_CASE("count: too few is at the parent, too many at the first beyond") {
  const std::string rule = R"("kind":"count","at":"cp:organization","child":"cp:item","min":1,"max":2)";
  const Judged few = judge(rule, "<organization identifier=\"o\"/>");
  REQUIRE(few.findings.size() == 1);
  CHECK(few.argument(0, "count") == "0");
  CHECK(few.argument(0, "identifier") == "o");
  const Judged many = judge(rule, "<organization>\n" + item("") + item("") + item("") + "</organization>");
  REQUIRE(many.findings.size() == 1);
  CHECK(many.findings[0].location.line == 5);
  CHECK(judge(rule, "<organization><item/></organization>").outcome == Outcome::passed);
  CHECK(judge(rule, "").outcome == Outcome::inapplicable);
}

TEST_CASE("value-in: the nearest value, and letter case as its own cause") {
  const std::string rule = R"("kind":"value-in","at":"cp:item/@parameters","values":["open","closed"])";
  const Judged judged = judge(rule, item("parameters=\"Open\"") + item("parameters=\"opem\"") + item(""));
  REQUIRE(judged.findings.size() == 2);
  CHECK(judged.findings[0].cause == "case");
  CHECK(judged.argument(0, "near") == "open");
  CHECK(judged.findings[1].cause.empty());
  CHECK(judged.argument(1, "near") == "open");
  CHECK(judged.argument(1, "allowed") == "open or closed");
  CHECK(judge(rule, item("parameters=\" open\"")).findings.size() == 1);
  CHECK(judge(rule + R"(,"trim":true)", item("parameters=\" open\"")).outcome == Outcome::passed);
}

TEST_CASE("matches: whole values, all patterns") {
  const std::string rule = R"("kind":"matches","at":"cp:item/@identifier","patterns":["[a-z]+","..."])";
  const Judged judged = judge(rule, item("identifier=\"abc\"") + item("identifier=\"abcd\"") + item("identifier=\"\""));
  REQUIRE(judged.findings.size() == 2);
  CHECK(judged.argument(0, "pattern") == "...");
  CHECK(judge(rule + R"(,"skip_empty":true)", item("identifier=\"\"")).outcome == Outcome::inapplicable);
  CHECK(refused(R"x("kind":"matches","at":"cp:item","patterns":["("])x").code == "bad-pattern");
}

TEST_CASE("length counts code points, and cuts a long value between them") {
  const std::string rule = R"("kind":"length","at":"cp:title","max":2)";
  CHECK(judge(rule, "<title>课程</title>").outcome == Outcome::passed);
  const Judged judged = judge(rule, "<title>" + repeated("课", 300) + "</title>");
  REQUIRE(judged.findings.size() == 1);
  CHECK(judged.argument(0, "length") == "300");
  CHECK(text::is_valid_utf8(judged.argument(0, "value")));
}

TEST_CASE("a claimed defect cuts its value between code points") {
  const std::string rule = R"("kind":"schema-defect","cause":"bad-value:maxLength","element":"cp:title")";
  const Judged judged = judge(rule, "<organizations><organization identifier=\"o\"><title>" + repeated("课", 300) +
                                        "</title></organization></organizations><resources/>");
  REQUIRE(judged.findings.size() == 1);
  CHECK(judged.argument(0, "length") == "300");
  CHECK(text::is_valid_utf8(judged.argument(0, "value")));
}

TEST_CASE("range: bounds belong to it, what is no number is another cause") {
  const std::string rule = R"("kind":"range","at":"cp:item/@parameters","min":0,"max":100)";
  const auto with = [](const std::string& value) { return item("parameters=\"" + value + "\""); };
  CHECK(judge(rule, with("0") + with("100") + with(" 99.5 ") + with("+1")).outcome == Outcome::passed);
  CHECK(judge(rule, with("100.1") + with("-1")).findings.size() == 2);
  for (const std::string value : {"ten", "1e2", "nan", "inf", "0x10", "", "1,5", "+-1"}) {
    CAPTURE(value);
    const Judged judged = judge(rule, with(value));
    REQUIRE(judged.findings.size() == 1);
    CHECK(judged.findings[0].cause == "not-a-number");
  }
}

TEST_CASE("unique: every further one, with the line of the first") {
  const std::string rule = R"("kind":"unique","at":"*/@identifier")";
  const Judged judged = judge(rule, item("identifier=\"a\"") + item("identifier=\"b\"") + item("identifier=\"a\""));
  REQUIRE(judged.findings.size() == 1);
  CHECK(judged.findings[0].location.line == 4);
  CHECK(judged.argument(0, "first_line") == "2");
  const std::string loose = R"("kind":"unique","at":"cp:item/@parameters")";
  const std::string blank = item("parameters=\"a\"") + item("parameters=\" a\"");
  CHECK(judge(loose, blank).outcome == Outcome::passed);
  CHECK(judge(loose + R"(,"collapse":true)", blank).findings.size() == 1);
}

TEST_CASE("resolves: exact unless collapsed, with what it may have meant") {
  const std::string rule = R"("kind":"resolves","at":"cp:item/@identifierref","to":"cp:resource/@identifier")";
  const std::string resources = "<resource identifier=\"res-1\"/>\n";
  const Judged judged = judge(rule, item("identifierref=\"res-2\"") + item("identifierref=\"res-1\"") + resources);
  REQUIRE(judged.findings.size() == 1);
  CHECK(judged.argument(0, "known") == "res-1");
  const std::string titles = R"("kind":"resolves","at":"cp:item/@parameters","to":"cp:title")";
  CHECK(judge(titles, item("parameters=\"two  blanks\"") + "<title>two  blanks</title>").outcome == Outcome::passed);
  CHECK(judge(titles, item("parameters=\"two  blanks\"") + "<title>two blanks</title>").outcome == Outcome::failed);
  CHECK(judge(rule, item("identifierref=\" res-1\"") + resources).findings.size() == 1);
  CHECK(judge(rule + R"(,"collapse":true)", item("identifierref=\" res-1\"") + resources).outcome == Outcome::passed);
}

TEST_CASE("entry: names that have to be there or must not be, also without a manifest") {
  const std::string rule = R"("kind":"entry","require":["imsmanifest.xml","readme.txt"],"deny":[".*\\.xml"])";
  const Judged judged = judge(rule, "");
  CHECK(judged.findings.size() == 2);
  const auto profile = profile_with(R"("kind":"entry","deny":[".*\\.exe"])");
  REQUIRE(profile);
  const auto found = std::find_if((*profile)->rules.begin(), (*profile)->rules.end(),
                                  [](const Rule& each) { return each.id == "p-1.r"; });
  CHECK(found->needs == "entries");
  CHECK(refused(R"x("kind":"entry","deny":["("])x").code == "bad-pattern");
}

TEST_CASE("schema-defect: names of causes and prefixes are checked") {
  CHECK(refused(R"("kind":"schema-defect","cause":"missing-elment","element":"cp:item")")
            .advice.find("missing-element") != std::string::npos);
  CHECK(refused(R"("kind":"schema-defect","cause":"missing-element","element":"pc:item")").code == "bad-path");
  CHECK(refused(R"("kind":"schema-defect","element":"cp:item")").code == "missing-parameter");
  CHECK(profile_with(R"("kind":"schema-defect","cause":"bad-value","attribute":"adlcp:*","element":"item")"));
  CHECK(profile_with(R"("kind":"schema-defect","cause":["bad-value:ncname","duplicate-id"])"));
}

TEST_CASE("schema-defect before xsd-valid, each defect once") {
  const std::string body = "<organizations/><resources><resource/></resources>";
  const Judged claimed =
      judge(R"("kind":"schema-defect","cause":"missing-attribute","element":"cp:resource","attribute":"type")", body);
  REQUIRE(claimed.findings.size() == 1);
  CHECK(claimed.argument(0, "attribute") == "type");
  const Judged rest = judge(R"("kind":"xsd-valid")", body);
  CHECK(rest.findings.size() == 2);  // type and identifier
}

TEST_CASE("parameters of the wrong type are errors of the profile") {
  const std::string length = R"("kind":"length","at":"cp:title",)";
  CHECK(refused(length + R"("max":"2")").code == "bad-parameter");
  CHECK(refused(length + R"("max":2,"trim":"yes")").code == "bad-parameter");
  CHECK(refused(length + R"("max":2,"min":3)").code == "profile-conflict");
  CHECK(refused(R"("kind":"count","at":"cp:organization","child":["cp:item","cp:title"],"max":2)").code ==
        "bad-parameter");
  CHECK(refused(R"("kind":"count","at":"cp:organization","child":"pc:item","max":2)").code == "bad-path");
  CHECK(refused(R"("kind":"assert","context":["//cp:item"],"test":"1")").code == "bad-parameter");
  CHECK(refused(R"("kind":"assert","context":"//cp:item","test":"1","arguments":["x"])").code == "bad-parameter");
  CHECK(refused(length + R"("max":2,"confidence":"low")").code == "bad-rule");
  CHECK(refused(length + R"("max":2,"confidence":2)").code == "bad-rule");
  CHECK(refused(R"("kind":"unique","at":[])").code == "missing-parameter");
}

TEST_CASE("assert: the steps of a rule are counted together") {
  const std::string rule = R"x("kind":"assert","context":"//cp:item","test":"count(//cp:item) > 0")x";
  const std::string body = repeated("<item/>\n", 300);
  CHECK(judge(rule, body).outcome == Outcome::passed);
  Limits limits;
  limits.xpath_steps = 20'000;  // enough for any one node, not for all
  CHECK(judge(rule, body, limits).outcome == Outcome::blocked);
  CHECK(judge(R"("kind":"assert","context":"//cp:item","test":"@identifier")", body).findings.size() == 300);
}

TEST_CASE("a long identifier above is not copied whole into every finding") {
  const std::string rule = R"("kind":"value-in","at":"cp:item/@parameters","values":["open"])";
  const std::string body =
      "<organization identifier=\"" + repeated("课", 5'000) + "\">" + item("parameters=\"x\"") + "</organization>";
  const Judged judged = judge(rule, body);
  REQUIRE(judged.findings.size() == 1);
  CHECK(judged.argument(0, "identifier").size() <= 200);
  CHECK(text::is_valid_utf8(judged.argument(0, "identifier")));
}

TEST_CASE("a context that selects no nodes is an error of the profile") {
  CHECK(refused(R"x("kind":"assert","context":"count(//cp:item)","test":"1")x").code == "bad-xpath");
}

TEST_CASE("a rule that could never find anything is an error of the profile") {
  const auto advice = [](const std::string& kind) {
    const Problem problem = refused(kind);
    CHECK(problem.code == "dead-rule");
    return problem.advice;
  };
  CHECK(advice(R"("kind":"count","at":"cp:itm","child":"cp:title","min":1)") == "Did you mean cp:item?");
  CHECK(advice(R"("kind":"count","at":"cp:item","child":"cp:titel","min":1)") == "Did you mean cp:title?");
  CHECK(advice(R"("kind":"length","at":"cp:item/@identifer","max":9)") == "Did you mean identifier?");
  CHECK(advice(R"("kind":"count","at":"cp:item","child":"cp:title","min":0)") ==
        "Give a higher \"min\", or a \"max\".");
  CHECK(
      advice(R"("kind":"length","needs":"metadate","at":"imsmd:title","max":9)").starts_with("Write one of content,"));
  CHECK(advice(R"("kind":"entry","deny":[])") == "Name an entry, or a pattern.");
}
