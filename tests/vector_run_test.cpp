// What judges vectors: comparison, children, the line protocol, mutants.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "small_suite.hpp"
#include "vectors/child.hpp"
#include "vectors/mutants.hpp"
#include "vectors/run.hpp"

using namespace assay;
using namespace assay::vectors;

namespace {

std::unique_ptr<JsonDocument> parsed(const std::string& text) {
  auto document = json::parse("test.json", text);
  REQUIRE(document.ok());
  return std::move(*document);
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("expected findings are matched as a set, and nothing else may be found") {
  Vector vector;
  vector.verdict = "conforms";
  vector.findings = {{"r", {}, {}, {}, {}, {}}, {"r", {}, {}, {}, 5, {}}};
  vector.passed = {"p"};
  vector.outcomes = {{"q", "blocked"}};
  Answer answer;
  answer.verdict = "conforms";
  answer.passed = {"p"};
  answer.outcomes = {{"q", "blocked"}};
  Answered at_five, at_six;
  at_five.rule = at_six.rule = "r";
  at_five.line = 5;
  at_six.line = 6;
  answer.findings = {at_five, at_six};
  CHECK(compare(vector, answer).empty());  // the one that may be anywhere must not take line 5
  answer.findings = {at_five};
  CHECK(joined(compare(vector, answer)).find("expected: r at") != std::string::npos);
  answer.findings = {at_five, at_six, at_six};
  CHECK(joined(compare(vector, answer)).find("got:      r at :6:0") != std::string::npos);
  answer = {};
  answer.verdict = "refused";
  CHECK(compare(vector, answer).size() == 5);
}

TEST_CASE("one defect is not found twice") {
  Vector vector;
  vector.verdict = "conforms";
  vector.findings = {{"a", {}, {}, {}, {}, {}}, {"b", {}, {}, {}, {}, {}}};
  Answer answer;
  answer.verdict = "conforms";
  Answered a, b;
  a.rule = "a";
  b.rule = "b";
  a.requirements = b.requirements = {"imscp-1.1.2/R-001"};
  answer.findings = {a, b};
  CHECK(joined(compare(vector, answer)).find("one defect twice") != std::string::npos);
  answer.findings[1].requirements = {"imscp-1.1.2/R-002"};
  CHECK(compare(vector, answer).empty());
  vector.findings[1].rule = answer.findings[1].rule = "a";
  answer.findings[1].requirements = a.requirements;
  answer.findings[1].fingerprint = "about another attribute";
  CHECK(compare(vector, answer).empty());
}

TEST_CASE("a child answers, dies or is too slow") {
  Child echo("cat");
  CHECK(echo.ask("hello", 10) == "hello");
  CHECK(echo.ask(std::string(1 << 20, 'x'), 10) == std::string(1 << 20, 'x'));
  CHECK(echo.finish().mib > 0);
  CHECK_FALSE(echo.alive());
  Child dying("sh -c 'read line; kill -SEGV $$'");
  CHECK_FALSE(dying.ask("hello", 10));
  CHECK(dying.fate() == "was ended by signal 11");
  Child leaving("sh -c 'exit 3'");
  CHECK_FALSE(leaving.ask(std::string(1 << 20, 'x'), 10));
  CHECK(leaving.fate() == "ended with exit code 3");
  Child slow("sleep 60");
  CHECK_FALSE(slow.ask("hello", 0.1));
  CHECK(slow.fate() == "did not answer in time");
}

TEST_CASE("a validator that dies is started again, and the culprit is named") {
  const SmallSuite small;
  for (const char* name : {"a", "b", "c", "d"}) small.put_vector(name, R"("base": "none")");
  small.put_vector("e", R"("base": "none", "limits": {"seconds": 20, "mib": 0.01})");
  small.put_vector("f", R"("base": "imscp/none")");
  small.put("validator.sh", R"(while read -r line; do
    case "$line" in *rule.b@*) kill -9 $$ ;; *rule.c@*) echo nonsense; continue ;; esac
    id=${line#*:\"}; id=${id%%\"*}
    echo "{\"vector\":\"$id\",\"verdict\":\"conforms\",\"findings\":[]}"
  done)");
  for (const unsigned jobs : {1u, 3u}) {
    const auto outcomes = run(small.load(), {{}, "sh '" + small.path() + "/validator.sh'", jobs});
    REQUIRE(outcomes.ok());
    CHECK(outcomes->vectors == 6);
    CHECK(outcomes->passed == 2);
    std::string text;
    for (const auto& [id, differences] : outcomes->failures) text += id + ": " + joined(differences);
    CHECK(text.find("imscp.rule.b@1.1.2: the validator was ended by signal 9") != std::string::npos);
    CHECK(text.find("imscp.rule.c@1.1.2: no answer") != std::string::npos);
    CHECK(text.find("imscp.rule.e@1.1.2: took") != std::string::npos);
    CHECK(text.find("f.json:3:") != std::string::npos);
  }
  const auto chosen = run(small.load(), {{"rule.a", "imscp"}, "sh '" + small.path() + "/validator.sh'", 1});
  REQUIRE(chosen.ok());
  CHECK(chosen->vectors == 1);
}

TEST_CASE("the protocol answers what it is asked, also nonsense") {
  const Store store;
  for (const char* request : {"", "{", "[]", "{}", R"({"vector":"v","path":"/no/such","profiles":["no-such"]})"}) {
    const std::string line = answer_line(store, request);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(json::parse("answer", line).ok());
  }
  const auto answer =
      read_answer(answer_line(store, R"({"vector":"v","path":"/no/such","profiles":["safe-package-1"]})"));
  REQUIRE(answer.ok());
  CHECK(answer->vector == "v");
  CHECK(answer->verdict == "unreadable");
  const auto error = read_answer(answer_line(store, R"({"vector":"v","path":"x","profiles":["none"]})"));
  REQUIRE(error.ok());
  CHECK(error->verdict == "error");
  CHECK(error->problems == std::vector<std::string>{"unknown-profile"});
}

TEST_CASE("mutants are small changes, one place each") {
  const auto rules = parsed(R"({"rules": [{"id": "a.b", "kind": "length", "at": "cp:item", "max": 5, "trim": true},
    {"id": "a.c", "kind": "value-in", "at": ["x", "y"], "values": ["1", "2"]},
    {"id": "a.d", "kind": "schema-defect", "cause": "missing-element", "element": "cp:item"},
    {"id": "a.e", "kind": "assert", "test": "x"}]})");
  std::string text;
  for (const Mutant& mutant : mutants_of(*rules, "")) {
    text += mutant.rule + ": " + mutant.change + "\n";
    CHECK(json::parse("mutant", mutant.rules_json).ok());
  }
  CHECK(text ==
        "a.b: max lowered by one\na.b: max raised by one\na.b: trim dropped\na.c: at without x\na.c: at without y\n"
        "a.c: values without 1\na.c: values without 2\na.d: element dropped\na.e: test negated\n");
  CHECK(mutants_of(*rules, "a.e")[0].rules_json.find("\"not(x)\"") != std::string::npos);
}
