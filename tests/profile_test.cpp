#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>

#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "known_words.hpp"
#include "profile/param_set.hpp"
#include "vectors/run.hpp"

using namespace assay;

namespace {

struct Profiles {
  vectors::TemporaryFolder folder;
  std::string write(const std::string& name, const std::string& json) const {
    const std::string path = folder.path() + "/" + name + ".json";
    std::ofstream(path) << json;
    return path;
  }
};

Problem refused(const std::string& json) {
  const Profiles profiles;
  const Store store;
  const auto result = resolve(store, {{profiles.write("p", json)}, {}});
  REQUIRE_FALSE(result);
  CHECK(problem_of(result).kind == ProblemKind::usage);
  return problem_of(result);
}

const Rule& rule_of(const Profile& profile, const std::string& id) {
  const auto found =
      std::find_if(profile.rules.begin(), profile.rules.end(), [&](const Rule& rule) { return rule.id == id; });
  REQUIRE(found != profile.rules.end());
  return *found;
}

}  // namespace

TEST_CASE("a version profile is generated from rows and includes others and the floor") {
  const Store store;
  const auto profile = resolve(store, {{"scorm-1.2"}, {}});
  REQUIRE(profile);
  CHECK((*profile)->id == "scorm-1.2");
  rule_of(**profile, "imscp.dangling-item-reference");
  rule_of(**profile, "safe-package.path-traversal");
  CHECK(rule_of(**profile, "scorm.masteryscore-range").severity == Severity::warning);
  CHECK(std::is_sorted((*profile)->rules.begin(), (*profile)->rules.end(),
                       [](const Rule& a, const Rule& b) { return a.id < b.id; }));
  CHECK((*profile)->digest.starts_with("sha256:"));
}

TEST_CASE("an unknown profile names the nearest") {
  const Store store;
  const auto result = resolve(store, {{"scorm-12"}, {}});
  REQUIRE_FALSE(result);
  CHECK(problem_of(result).advice.find("scorm-1.2") != std::string::npos);
}

TEST_CASE("an overlay tightens what is there of the rules that it names") {
  const Store store;
  CHECK(resolve(store, {{"scorm-1.2"}, {"cn"}}).ok());
  CHECK(resolve(store, {{"acs-base-0.1"}, {"cn", "th"}}).ok());
}

TEST_CASE("an application profile tightens, and nothing else") {
  const Profiles profiles;
  const Store store;
  const std::string path = profiles.write("p", R"({"id":"ministry-1","title":"T","extends":"scorm-1.2",
    "requirements":[{"id":"R-001","level":"MUST","testable":"auto","statement":"Courses are short.","rationale":"r"}],
    "rules":[{"id":"ministry-1.many-items","requirements":["R-001"],"kind":"count","at":"cp:organization","child":"cp:item","max":5,"message":"{count} items","fix":"f"}],
    "tighten":{"scorm.datafromlms-cut-off":{"max":1000,"reason":"r"},"imscp.unlisted-files":{"severity":"error"}}})");
  const auto profile = resolve(store, {{path}, {}});
  REQUIRE(profile);
  CHECK(rule_of(**profile, "scorm.datafromlms-cut-off").parameters().integer("max") == 1000);
  CHECK(rule_of(**profile, "imscp.unlisted-files").severity == Severity::error);
  CHECK(rule_of(**profile, "ministry-1.many-items").severity == Severity::error);
  const auto looser = resolve(
      store, {{profiles.write(
                  "q", R"({"id":"q-1","extends":"scorm-1.2","tighten":{"scorm.datafromlms-cut-off":{"max":9000}}})")},
              {}});
  REQUIRE(looser);
  CHECK(rule_of(**looser, "scorm.datafromlms-cut-off").parameters().integer("max") == 4096);
}

TEST_CASE("errors in a profile say where and what to write instead") {
  const auto unknown_key = refused("{\"id\":\"p\",\n \"extend\":\"scorm-1.2\"}");
  CHECK(unknown_key.line == 2);
  CHECK(unknown_key.advice.find("extends") != std::string::npos);
  CHECK(refused("{\"id\":\"p\",\n \"tighten\":{\"no.such-rule\":{}}}").code == "unknown-rule");
  CHECK(refused("{\"id\":\"p\",\"extends\":\"scorm-1.2\",\n \"tighten\":{\"scorm.unusual-schema\":{\"trim\":false}}}")
            .code == "fixed-parameter");
  CHECK(refused("{\"id\":\"p\",\"includes\":[\"nothing\"]}").code == "unknown-profile");
  CHECK(refused("{\"id\":\"p\",,}").code == "not-json");
  CHECK(refused("{\"id\":\"scorm-1.2\"}").code == "shadowed-profile");
  const std::string head =
      "{\"id\":\"p\",\"requirements\":[{\"id\":\"R-001\",\"level\":\"MUST\",\"testable\":\"auto\",\"statement\":\"s\"}]"
      ",\n\"rules\":[{\"id\":\"p.x\",\"requirements\":[\"R-001\"],\"message\":\"m\",";
  CHECK(refused(head + "\"kind\":\"matches\",\"at\":\"cp:item\",\"patterns\":[\"(\"]}]}").line == 2);
  CHECK(refused(head + "\"kind\":\"match\"}]}").code == "unknown-kind");
  CHECK(refused(head + "\"kind\":\"assert\",\"context\":\"//nope:x\",\"test\":\"1\"}]}").code == "bad-xpath");
  CHECK(refused(head + "\"kind\":\"length\",\"at\":\"cp:item[1]\",\"max\":1}]}").code == "bad-path");
  CHECK(refused("{\"id\":\"p\",\"rules\":[{\"id\":\"p.x\",\"kind\":\"unique\",\"at\":\"cp:item\",\"message\":\"m\"}]}")
            .code == "untraced-rule");
}

TEST_CASE("overlays join in any order, and contradictions name both origins") {
  const Profiles profiles;
  const Store store;
  std::vector<std::string> overlays;
  for (int i = 0; i < 6; ++i)
    overlays.push_back(profiles.write(
        "o" + std::to_string(i), "{\"id\":\"o" + std::to_string(i) +
                                     "\",\"kind\":\"overlay\",\"tighten\":{\"scorm.datafromlms-cut-off\":{\"max\":" +
                                     std::to_string(100 * (i + 1)) +
                                     "},\"scorm.unusual-resource-type\":{\"values\":[\"webcontent\",\"x" +
                                     std::to_string(i) + "\"]}}}"));
  std::string digest;
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(overlays.begin(), overlays.end(), random);
    const auto profile = resolve(store, {{"scorm-1.2"}, overlays});
    REQUIRE(profile);
    CHECK(rule_of(**profile, "scorm.datafromlms-cut-off").parameters().integer("max") == 100);
    if (digest.empty()) digest = (*profile)->digest;
    CHECK((*profile)->digest == digest);
  }
  const std::string a = profiles.write(
      "a", "{\"id\":\"a\",\"kind\":\"overlay\",\"tighten\":{\"scorm.unusual-resource-type\":{\"values\":[\"html\"]}}}");
  const auto conflict = resolve(store, {{"scorm-1.2"}, {a}});
  REQUIRE_FALSE(conflict);
  CHECK(problem_of(conflict).message.find("a.json:1:") != std::string::npos);
  CHECK(problem_of(conflict).message.find("rules.json:") != std::string::npos);
  const std::string nested = profiles.write("n", "{\"id\":\"n\",\"kind\":\"overlay\",\"includes\":[\"scorm-1.2\"]}");
  CHECK(problem_of(resolve(store, {{"scorm-1.2"}, {nested}})).code == "bad-overlay");
}

TEST_CASE("XPath rules see the manifest and the inventory") {
  const Profiles profiles;
  const Store store;
  const std::string path = profiles.write(
      "p", R"({"id":"p-1","requirements":[{"id":"R-001","level":"SHOULD","testable":"auto","statement":"s"}],"rules":[
    {"id":"p-1.item-named-x","requirements":["R-001"],"kind":"assert","context":"//cp:item","test":"@identifier != 'x'","arguments":{"id":"@identifier"},"message":"{id}","fix":""},
    {"id":"p-1.large-entry","requirements":["R-001"],"kind":"assert","over":"inventory","needs":"entries","context":"/inventory/entries/entry","test":"@bytes < 10","arguments":{"name":"@name"},"message":"{name}","fix":""}]})");
  const auto profile = resolve(store, {{path}, {}});
  REQUIRE(profile);
  const std::string manifest =
      "<manifest xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" "
      "identifier=\"m\">\n<organizations><organization identifier=\"o\">\n<item "
      "identifier=\"x\"/></organization></organizations><resources/></manifest>";
  const auto package = open({"imsmanifest.xml", &manifest});
  REQUIRE(package);
  const Report report = validate(*package, *profile);
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[1].location.line == 3);
}

namespace {
const RuleInfo own_rule = {
    .id = "imscp.title-with-exclamation-mark",
    .requirements = "R-024",
    .needs = "manifest",
    .message = "A title shouts.",
    .fix = "Calm down.",
    .check =
        [](const Package& package, const Params&, Reporter& report) {
          for (Node title : nodes_named(*manifest(package), "cp:title")) {
            report.judged();
            if (content(title).ends_with('!')) report.report(title);
          }
        },
};
}  // namespace

TEST_CASE("somebody's own native rule is a rule like any other") {
  Store store;
  store.add({&own_rule, 1});
  const auto profile = resolve(store, {{"imscp-1.1.2"}, {}});
  REQUIRE(profile);
  CHECK(rule_of(**profile, "imscp.title-with-exclamation-mark").kind == "native");
  store.add({&own_rule, 1});
  CHECK(problem_of(resolve(store, {{"imscp-1.1.2"}, {}})).code == "duplicate-rule");
}

TEST_CASE("what would be read as nothing is an error") {
  CHECK(refused(R"({"id":"p","includes":"scorm-1.2"})").message.find("includes") != std::string::npos);
  CHECK(refused(R"({"id":"p","rules":"x"})").code == "bad-profile");
  CHECK(refused(R"({"id":"p","kind":"overlayy"})").code == "bad-profile");
  CHECK(refused(R"({"id":"p","overlays":"all"})").code == "bad-profile");
  CHECK(refused(R"({"id":"p","extends":["scorm-1.2"]})").code == "bad-profile");
  CHECK(refused(R"({"id":"p","tighten":[]})").code == "bad-profile");
  CHECK(refused(R"({"id":"a/b"})").code == "bad-profile");
  CHECK(refused("[]").code == "bad-profile");
  const std::string row = R"({"id":"R-001","level":"MUST","testable":"auto","statement":"s"})";
  CHECK(
      refused(R"({"id":"p","requirements":[{"id":"R-001","level":"MUSST","testable":"auto","statement":"s"}]})").code ==
      "bad-requirement");
  CHECK(refused(R"({"id":"p","requirements":[)" + row + "," + row + "]}").code == "bad-requirement");
  const Problem untraced = refused(
      R"({"id":"p","requirements":[)" + row +
      R"(],"rules":[{"id":"p.x","requirements":["R-001","R-999"],"kind":"unique","at":"cp:item","message":"m"}]})");
  CHECK(untraced.code == "unknown-requirement");
}

TEST_CASE("circles are found, being named twice is none") {
  const Profiles profiles;
  const Store store;
  const std::string a = profiles.write("a", R"({"id":"a","extends":"./b.json"})");
  profiles.write("b", R"({"id":"b","extends":"./a.json"})");
  const auto circle = resolve(store, {{a}, {}});
  REQUIRE_FALSE(circle);
  CHECK(problem_of(circle).code == "profile-cycle");
  CHECK(problem_of(circle).message.find("a → b → a") != std::string::npos);
  const auto twice = resolve(store, {{"scorm-1.2", "imscp-1.1.2", "scorm-1.2"}, {}});
  REQUIRE(twice);
  CHECK((*twice)->id == "scorm-1.2+imscp-1.1.2");

  Store own;
  own.override_file("spec/imscp/family.json",
                    R"({"family":"imscp","title":"t","versions":{"1.1.2":{"title":"t","includes":["imscp-1.1.2"]}}})");
  CHECK(problem_of(resolve(own, {{"imscp-1.1.2"}, {}})).code == "profile-cycle");
}

TEST_CASE("two files with one id are an error, the same file twice is not") {
  const Profiles profiles;
  const Store store;
  const std::string a = profiles.write("a", R"({"id":"o","kind":"overlay"})");
  const std::string b = profiles.write("b", R"({"id":"o","kind":"overlay","title":"Another"})");
  CHECK(resolve(store, {{"scorm-1.2"}, {a, a}}).ok());
  CHECK(problem_of(resolve(store, {{"scorm-1.2"}, {a, b}})).code == "duplicate-profile");
}

TEST_CASE("what is refused comes from the rows, and a profile adds to it and takes nothing away") {
  const Profiles profiles;
  const Store store;
  const auto floor = resolve(store, {});
  REQUIRE(floor);
  CHECK(rule_of(**floor, "safe-package.path-traversal").refuse);
  CHECK_FALSE(rule_of(**floor, "safe-package.backslash-in-entry-name").refuse);
  const std::string gate = profiles.write(
      "g",
      R"({"id":"g","includes":["safe-package-1"],"tighten":{"safe-package.backslash-in-entry-name":{"refuse":true}}})");
  const auto tightened = resolve(store, {{gate}, {}});
  REQUIRE(tightened);
  const Rule& rule = rule_of(**tightened, "safe-package.backslash-in-entry-name");
  CHECK(rule.refuse);
  CHECK(rule.severity == Severity::error);
  CHECK((*tightened)->digest != (*floor)->digest);
  CHECK(refused(R"({"id":"p","tighten":{"safe-package.path-traversal":{"refuse":false}}})").code == "bad-parameter");
  CHECK(
      refused(R"({"id":"p","requirements":[{"id":"R-001","level":"SHOULD","testable":"auto","refuse":true}]})").code ==
      "bad-requirement");
}

TEST_CASE("what can be tightened is told where it goes wrong") {
  const auto tighten = [](const std::string& change) {
    return refused(R"({"id":"p","extends":"scorm-1.2","tighten":{)" + change + "}}");
  };
  CHECK(tighten(R"("scorm.datafromlms-cutoff":{"max":3})").advice.find("scorm.datafromlms-cut-off") !=
        std::string::npos);
  const Problem unknown = tighten(R"("scorm.datafromlms-cut-off":{"mx":3})");
  CHECK(unknown.code == "unknown-parameter");
  CHECK(unknown.advice.find("max") != std::string::npos);
  CHECK(tighten(R"("scorm.datafromlms-cut-off":{"max":"3"})").code == "bad-parameter");
  CHECK(tighten(R"("scorm.datafromlms-cut-off":3)").code == "bad-profile");
  CHECK(tighten(R"("scorm.datafromlms-cut-off":{"max":3,"max":4})").code == "duplicate-key");
  const Problem pattern = tighten(R"("scorm.maxtimeallowed-form":{"patterns":["("]})");
  CHECK(pattern.code == "bad-pattern");
  CHECK(pattern.file.ends_with("p.json"));
  const Problem empty = tighten(R"("scorm.masteryscore-range":{"max":-3})");
  CHECK(empty.code == "profile-conflict");
  CHECK(empty.message.find("rules.json:") != std::string::npos);
  CHECK(empty.message.find("p.json:1:") != std::string::npos);
}

TEST_CASE("a bound that the rule does not set yet can be added") {
  const Profiles profiles;
  const Store store;
  const std::string path = profiles.write(
      "p", R"({"id":"p","extends":"scorm-1.2","tighten":{"scorm.datafromlms-cut-off":{"min":3,"reason":"r"}}})");
  const auto profile = resolve(store, {{path}, {}});
  REQUIRE(profile);
  CHECK(rule_of(**profile, "scorm.datafromlms-cut-off").parameters().integer("min") == 3);
  CHECK(rule_of(**profile, "scorm.datafromlms-cut-off").parameters().integer("max") == 4096);
}

TEST_CASE("a number is the same number in any spelling and order") {
  const Profiles profiles;
  const Store store;
  const auto overlay = [&](const std::string& id, const std::string& max) {
    return profiles.write(
        id, "{\"id\":\"" + id +
                "\",\"kind\":\"overlay\",\"tighten\":{\"scorm.datafromlms-cut-off\":" + "{\"max\":" + max + "}}}");
  };
  const std::string a = overlay("a", "100"), b = overlay("b", "100.0");
  CHECK((*resolve(store, {{"scorm-1.2"}, {a, b}}))->digest == (*resolve(store, {{"scorm-1.2"}, {b, a}}))->digest);
}

TEST_CASE("rows set parameters of a version; overlays tighten those") {
  const Profiles profiles;
  Store store;
  const auto with_row = [&](const std::string& params) {
    store = Store();
    store.override_file("spec/imsmd/requirements.json", "{\"requirements\":[]}");
    store.override_file("validators/imsmd/rules.json", "{\"rules\":[]}");
    store.override_file("spec/scorm/requirements.json",
                        R"({"requirements":[{"id":"R-001","versions":["1.2"],"level":"MUST","testable":"auto",)"
                        R"("statement":"S.","in":{"1.2":{"level":"SHOULD","statement":"T.","params":)" +
                            params + "}}}]}");
    store.override_file("validators/scorm/rules.json",
                        R"({"rules":[{"id":"scorm.long-title","requirements":["R-001"],"kind":"length",)"
                        R"("at":"cp:title","max":10,"message":"m"}]})");
  };
  const std::string overlay =
      profiles.write("o", R"({"id":"o","kind":"overlay","tighten":{"scorm.long-title":{"max":30}}})");
  with_row(R"({"max":50})");
  const auto plain = resolve(store, {{"scorm-1.2"}, {}}), tightened = resolve(store, {{"scorm-1.2"}, {overlay}});
  REQUIRE(plain);
  REQUIRE(tightened);
  const Rule& rule = rule_of(**plain, "scorm.long-title");
  CHECK(rule.parameters().integer("max") == 50);
  CHECK(rule.severity == Severity::warning);
  CHECK((*plain)->requirements.at(rule.requirements.at(0)).statement == "T.");
  CHECK(rule_of(**tightened, "scorm.long-title").parameters().integer("max") == 30);
  with_row(R"({"mx":50})");
  CHECK(problem_of(resolve(store, {{"scorm-1.2"}, {}})).code == "unknown-parameter");
}
