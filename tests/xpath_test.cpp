#include <doctest/doctest.h>

#include "known_words.hpp"
#include "xml/parse.hpp"
#include "xpath/xpath.hpp"

using namespace assay;

TEST_CASE("XPath over a manifest by canonical prefixes, with places") {
  const auto parsed = xml::parse("m.xml",
                                 "<x:manifest xmlns:x='http://www.imsglobal.org/xsd/imscp_v1p1'>\n<x:item "
                                 "n='1'/>\n<x:item n='2'>a<x:title>t</x:title>b</x:item></x:manifest>",
                                 "", {});
  REQUIRE(parsed.well_formed);
  const xpath::Tree tree(*parsed.document);
  const auto items = xpath::Expression::compile("//cp:item[@n > 1]");
  REQUIRE(items);
  const auto hits = items->select(tree, nullptr, {});
  REQUIRE(hits);
  REQUIRE(hits->size() == 1);
  CHECK(xml::position((*hits)[0].place.node).line == 3);
  const auto text = xpath::Expression::compile("string(.)");
  CHECK(*text->string(tree, (*hits)[0].node, {}) == "atb");
  const auto test = xpath::Expression::compile("count(cp:title) = 1");
  CHECK(*test->test(tree, (*hits)[0].node, {}));
}

TEST_CASE("what is no expression is refused with its place") {
  for (const char* text : {"//cp:item[", "nosuch:item", "unknown-function(1)", ""}) {
    const auto compiled = xpath::Expression::compile(text);
    CAPTURE(text);
    REQUIRE_FALSE(compiled);
    CHECK(problem_of(compiled).code == "bad-xpath");
  }
}

TEST_CASE("a quadratic expression stops at its budget") {
  std::string text = "<a>";
  for (int i = 0; i < 20'000; ++i) text += "<b/>";
  const auto parsed = xml::parse("a.xml", text + "</a>", "", {});
  const xpath::Tree tree(*parsed.document);
  const auto expression = xpath::Expression::compile("count(//b[count(preceding::b) = count(following::b)])");
  REQUIRE(expression);
  const auto result = expression->string(tree, nullptr, {});
  REQUIRE_FALSE(result);
  CHECK(result.problem().code == "limit-xpath-steps");
}

TEST_CASE("trees are built by hand, too") {
  xpath::Tree tree;
  tree.begin("inventory", Place());
  tree.begin("entry", Place::of_file("a.html"));
  tree.attribute("bytes", "10");
  tree.end();
  tree.end();
  const auto entries = xpath::Expression::compile("/inventory/entry[@bytes > 5]")->select(tree, nullptr, {});
  REQUIRE(entries);
  REQUIRE(entries->size() == 1);
  CHECK((*entries)[0].place.file == "a.html");
}
