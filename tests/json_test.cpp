#include <doctest/doctest.h>

#include "json/document.hpp"
#include "json/schema.hpp"
#include "known_words.hpp"

using namespace assay;

TEST_CASE("every value has its position") {
  const auto parsed = json::parse("t.json", "{\n  \"a\": [1, {\"b\": \"x\\\"y\"}],\n  \"é\": true, \"c\": -2.5e1\n}");
  REQUIRE(parsed);
  const JsonNode top = root(**parsed);
  CHECK(json::position(top).line == 1);
  const JsonNode list = member(top, "a");
  CHECK(json::position(list).column == 8);
  const JsonNode inner = next_sibling(first_child(list));
  CHECK(json::position(inner).column == 12);
  const JsonNode text = member(inner, "b");
  CHECK(content(text) == "x\"y");
  CHECK(json::position(text).column == 18);
  CHECK(json::pointer(text) == "/a/1/b");
  CHECK(json::position(member(top, "é")).column == 8);
  CHECK(number(member(top, "c")) == -25.0);
  CHECK(boolean(member(top, "é")));
}

TEST_CASE("broken JSON says where and what") {
  for (const char* text : {"{\"a\": 1,}", "{\"a\" 1}", "[1 2]", "{\"a\": nul}", "\"x", "", "{} x", "{\"a\": 01}"}) {
    const auto parsed = json::parse("t.json", text);
    REQUIRE_FALSE(parsed);
    CHECK(problem_of(parsed).code == "not-json");
    CHECK(problem_of(parsed).line == 1);
  }
}

TEST_CASE("depth and size are budgets") {
  Limits limits;
  const auto deep = json::parse("t.json", std::string(100'000, '['), limits);
  REQUIRE_FALSE(deep);
  CHECK(problem_of(deep).code == "limit-json-depth");
  limits.json_nodes = 3;
  CHECK(problem_of(json::parse("t.json", "[1,2,3,4]", limits)).code == "limit-json-nodes");
}

TEST_CASE("a key that stands twice is noted") {
  const auto parsed = json::parse("t.json", "{\"a\":1,\"b\":2,\"a\":3}");
  REQUIRE(parsed);
  CHECK((*parsed)->duplicate_keys.size() == 1);
}

TEST_CASE("the writer escapes what could break out") {
  std::string out;
  json::Writer(out).begin_object().key("a\n").string("\x1b\"\\\xE2\x80\xA8\xFF").end_object();
  CHECK(out == "{\"a\\n\":\"\\\\x1B\\\"\\\\\\\\u{2028}\\\\xFF\"}");
  std::string plain;
  json::Writer(plain).string("tab\t\x01 line\xE2\x80\xA8");
  CHECK(plain == "\"tab\\t\\u0001 line\\u2028\"");
}

TEST_CASE("JSON Schema: one defect for one place, patterns by RE2") {
  const auto schema_text = json::parse("s.json", R"({"type":"object","required":["id"],"additionalProperties":false,
    "properties":{"id":{"type":"string","pattern":"^[a-z]+$"},"n":{"type":"integer","minimum":1}}})");
  REQUIRE(schema_text);
  const auto schema = json::Schema::compile(**schema_text);
  REQUIRE(schema);
  const auto defects = [&](const char* text) {
    static std::vector<std::unique_ptr<JsonDocument>> kept;
    auto parsed = json::parse("d.json", text);
    kept.push_back(std::move(*parsed));
    return schema->validate(*kept.back());
  };
  CHECK(defects(R"({"id":"abc","n":2})").empty());
  CHECK(defects(R"({"id":"ABC"})").size() == 1);
  CHECK(defects(R"({"id":"ABC"})")[0].cause == "bad-value:pattern");
  CHECK(defects(R"({"n":"x"})").size() == 2);
  CHECK(defects("[]")[0].expected == "an object");
  CHECK(defects(R"({"n":"x"})")[0].expected == "id");
  CHECK(defects(R"({"id":"a","n":"x"})")[0].expected == "a whole number");
  CHECK(defects(R"({"id":"a","n":0})")[0].expected == "at least 1");
  CHECK(defects(R"({"id":"a","x":1})")[0].expected == "id or n");
  CHECK(defects(R"({"id":"a","x":1})").size() == 1);
  CHECK(defects((R"({"id":")" + std::string(50'000, 'a') + "\"}").c_str()).empty());
}

TEST_CASE("member names meet RE2 too, and long ones end nothing") {
  const auto source = json::parse("schema.json", R"({"type":"object","patternProperties":{"^(a+)+$":{"type":"string"},
      "^x-":{"type":"number"}},"additionalProperties":false})");
  REQUIRE(source.ok());
  const auto schema = json::Schema::compile(**source);
  REQUIRE(schema.ok());
  const auto defects_of = [&](const std::string& text) {
    const auto document = json::parse("document.json", text);
    REQUIRE(document.ok());
    return schema->validate(**document).size();
  };
  CHECK(defects_of(R"({"aaa":"x","x-1":1})") == 0);
  CHECK(defects_of(R"({"aaa":1})") > 0);
  CHECK(defects_of("{\"" + std::string(50'000, 'a') + "\":\"x\"}") == 0);
  CHECK(defects_of("{\"" + std::string(50'000, 'a') + "!\":\"x\"}") > 0);
}

TEST_CASE("a NUL does not end a document in front of what others read") {
  const std::string text("{\"a\":1}\0{\"b\":2}", 15);
  const auto parsed = json::parse("d.json", text);
  REQUIRE_FALSE(parsed);
  CHECK(problem_of(parsed).code == "not-json");
  CHECK(problem_of(parsed).column == 8);
}

TEST_CASE("each of many wrong values is found in its place") {
  const auto source = json::parse("s.json", R"({"type":"array","items":{"type":"string"}})");
  const auto schema = json::Schema::compile(**source);
  std::string text = "[0";
  for (int i = 1; i < 20'000; ++i) text += "," + std::to_string(i);
  const auto document = json::parse("d.json", text + "]");
  REQUIRE(document);
  const auto defects = schema->validate(**document);
  REQUIRE(defects.size() == 20'000);
  CHECK(json::pointer(defects[19'999].json) == "/19999");
}

TEST_CASE("a JSON Schema that cannot be used is a problem, not the end") {
  for (const char* text : {R"({"type":"nothing"})", R"({"properties":[]})", R"({"enum":1})", R"({"$ref":"#/none"})",
                           R"({"minLength":-1})", R"({"items":1})", R"({"$ref":"#"})", R"({"$ref":"x"})",
                           R"({"$ref":"#/definitions/a","definitions":{"a":{"$ref":"#/definitions/a"}}})"}) {
    const auto source = json::parse("s.json", text);
    const auto schema = json::Schema::compile(**source);
    if (!schema) CHECK(problem_of(schema).code == "bad-schema");
  }
  // valijson would follow these for ever.
  for (const char* text : {R"({"definitions":{"a":{"anyOf":[{"type":"null"},{"$ref":"#/definitions/a"}]}}})",
                           R"({"definitions":{"a":{"not":{"$ref":"#/definitions/b"}},)"
                           R"("b":{"if":true,"then":{"$ref":"#/definitions/a"}}}})"}) {
    const auto source = json::parse("s.json", text);
    const auto schema = json::Schema::compile(**source);
    REQUIRE_FALSE(schema);
    CHECK(problem_of(schema).message.find("leads back to itself") != std::string::npos);
  }
  // A step into the value ends it: lists of lists are no circle.
  const auto source = json::parse("s.json", R"({"definitions":{"a":{"items":{"$ref":"#/definitions/a"}}},)"
                                            R"("anyOf":[{"$ref":"#/definitions/a"}]})");
  CHECK(json::Schema::compile(**source).ok());
}
