#include <doctest/doctest.h>

#include <algorithm>

#include "text/decode.hpp"
#include "text/encode.hpp"
#include "xml/parse.hpp"

using namespace assay;

namespace {

const std::string head = "<manifest xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" identifier=\"m\">";

std::vector<std::string> defects_of(const std::string& inside) {
  const auto parsed = xml::parse("imsmanifest.xml", head + inside + "</manifest>", "imscp-1.1.2", {});
  REQUIRE(parsed.well_formed);
  REQUIRE(parsed.validated);
  std::vector<std::string> out;
  for (const SchemaDefect& defect : parsed.defects) {
    const auto where = xml::position(defect.node);
    out.push_back(std::string(defect.cause) + " " + std::string(local_name(defect.node)) + " " +
                  std::to_string(where.line));
  }
  return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("an element starts at its <, in code points, in any encoding") {
  const std::string text = "<?xml version=\"1.0\" encoding=\"CODE\"?>\r\n<a>😀课<b\r\n x='1'/><c/></a>";
  for (const char* charset : {"UTF-8", "UTF-16", "GB18030"}) {
    std::string document = text;
    document.replace(document.find("CODE"), 4, charset);
    const auto bytes = text::encode(document, charset);
    REQUIRE(bytes);
    const auto parsed = xml::parse("a.xml", text::decode_xml(*bytes).utf8, "", {});
    REQUIRE(parsed.well_formed);
    const Node b = child(root(*parsed.document), "b"), c = child(root(*parsed.document), "c");
    CHECK(xml::position(b).line == 2);
    CHECK(xml::position(b).column == 6);
    CHECK(xml::position(c).line == 3);
    CHECK(xml::position(c).column == 9);
    CHECK(xml::path(c) == "/a/c");
  }
}

TEST_CASE("the tree keeps mixed content, attributes, names and ordinals") {
  const auto parsed = xml::parse("a.xml", "<p:a xmlns:p='urn:x'>one<b k='&lt;v'/>two<b/></p:a>", "", {});
  REQUIRE(parsed.well_formed);
  const Node top = root(*parsed.document);
  CHECK(name(top) == "{urn:x}a");
  CHECK(written_name(top) == "p:a");
  const Node first = first_child(top);
  CHECK(value(attribute(first, "k")) == "<v");
  CHECK(xml::path(next_sibling(first)) == "/a/b[2]");
  CHECK(nodes_named(*parsed.document, "b").size() == 2);
}

TEST_CASE("each cause of a schema defect is diagnosed at its own place, in the middle and at the end") {
  CHECK(defects_of("\n<organizations/>\n<resources/>\n") == List{});
  CHECK(defects_of("\n<resources/>\n") == List{"missing-element manifest 1"});
  CHECK(defects_of("\n<organizations/>\n") == List{"missing-element manifest 1"});
  CHECK(defects_of("") == List{"missing-element manifest 1", "missing-element manifest 1"});
  CHECK(defects_of("\n<organizations/>\n<organizations/>\n<resources/>") == List{"too-many organizations 3"});
  CHECK(defects_of("\n<organizations/>\n<resources/>\n<metadata/>\n") == List{"unexpected-element metadata 4"});
  CHECK(defects_of("\n<organizations/>\n<resources/>\n<nonsense/>\n") == List{"undeclared-element nonsense 4"});
  CHECK(defects_of("\n<nonsense/>\n<organizations/>\n<resources/>\n") == List{"undeclared-element nonsense 2"});
  CHECK(defects_of("\n<organizations>\n<organization/></organizations>\n<resources/>") ==
        List{"missing-attribute organization 3"});
  CHECK(defects_of("\n<organizations default='x'/>\n<resources/>") == List{"dangling-idref organizations 2"});
  CHECK(defects_of("\n<organizations/>\n<resources>\n<resource identifier='m' type='t'/></resources>") ==
        List{"duplicate-id resource 4"});
  CHECK(defects_of("\n<organizations/>\n<resources>\n<resource identifier='1' type='t'/></resources>") ==
        List{"bad-value:ncname resource 4"});
  CHECK(defects_of("\n<organizations/>\n<resources>\nstray\n</resources>") == List{"text-not-allowed resources 3"});
  CHECK(defects_of("\n<organizations/>\n<resources extra='1'/>") == List{"undeclared-attribute resources 3"});
  CHECK(defects_of("\n<organizations/>\n<resources/>\n<x:y xmlns:x='urn:unknown'><x:z a='1'/></x:y>") ==
        List{"unknown-namespace-under-strict y 4"});
}

TEST_CASE("an empty element is the same written either way") {
  CHECK(defects_of(
            "\n<organizations/><resources><resource identifier='r' type='t'><file></file></resource></resources>") ==
        defects_of("\n<organizations/><resources><resource identifier='r' type='t'><file/></resource></resources>"));
}

TEST_CASE("a DOCTYPE is never read, and positions stay") {
  const auto parsed =
      xml::parse("a.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'> ]>\n<a>\n<b/></a>", "", {});
  REQUIRE(parsed.well_formed);
  CHECK(doctype_position(*parsed.document).line == 1);
  CHECK(xml::position(child(root(*parsed.document), "b")).line == 3);
  const auto used = xml::parse("a.xml", "<!DOCTYPE a [<!ENTITY e 'x'>]>\n<a>&e;</a>", "", {});
  CHECK_FALSE(used.well_formed);
  CHECK(used.problem.line == 2);
}

TEST_CASE("what is not well-formed has a place and an advice") {
  const auto parsed = xml::parse("a.xml", "<a>\n  <t>Health & Safety</t>\n</a>", "", {});
  REQUIRE_FALSE(parsed.well_formed);
  CHECK(parsed.problem.line == 2);
  CHECK(parsed.problem.advice.find("&amp;") != std::string::npos);
  for (const char* text :
       {"", "<a>", "<a></b>", "<a b=c/>", "x", "<a/><b/>", "<a b='1' b='2'/>", "<p:a/>", "<a>\x01</a>"})
    CHECK_FALSE(xml::parse("a.xml", text, "", {}).well_formed);
}

TEST_CASE("depth, elements and attributes are budgets") {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<a>";
  CHECK(xml::parse("a.xml", deep, "", {}).problem.code == "limit-xml-depth");
  Limits limits;
  limits.xml_nodes = 10;
  std::string wide = "<a>";
  for (int i = 0; i < 20; ++i) wide += "<b/>";
  CHECK(xml::parse("a.xml", wide + "</a>", "", limits).problem.code == "limit-xml-nodes");
}

TEST_CASE("many children in the wrong place are one defect, found in linear time") {
  std::string items = "\n<organizations><organization identifier='o'><metadata/>";
  for (int i = 0; i < 20'000; ++i) items += "<item identifier='i" + std::to_string(i) + "'/>";
  CHECK(defects_of(items + "</organization></organizations><resources/>").size() == 1);
}
