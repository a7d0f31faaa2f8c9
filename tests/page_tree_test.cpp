#include <doctest/doctest.h>

#include <string>

#include "html/html.hpp"

using namespace assay;

namespace {

std::unique_ptr<html::Document> read(const std::string& text) {
  auto parsed = html::parse("page.html", text, Limits());
  REQUIRE(parsed);
  return std::move(*parsed);
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

const html::Node* find(const html::Document& page, std::string_view name) {
  for (const html::Node& node : page.nodes)
    if (node.kind == html::Node::Kind::element && node.name == name) return &node;
  return nullptr;
}

}  // namespace

TEST_CASE("a page is read with places, attributes and text") {
  const auto page = read("<!DOCTYPE html>\n<html lang=\"th\"><body>\n  <p>A &amp; B <b>bold</b></p>\n</body></html>");
  CHECK_FALSE(page->nodes[0].implied);
  CHECK(page->value(page->nodes[0], "lang") == "th");
  const html::Node* p = find(*page, "p");
  REQUIRE(p);
  CHECK(page->lines.position(p->offset).line == 3);
  CHECK(page->lines.position(p->offset).column == 3);
  CHECK(page->text(static_cast<std::uint32_t>(p - page->nodes.data())) == "A & B bold");
}

TEST_CASE("a fragment has no html tag of its own") {
  CHECK(read("<p>x</p>")->nodes[0].implied);
  CHECK(read("")->nodes[0].implied);
}

TEST_CASE("names of elements that HTML does not know are kept") {
  CHECK(find(*read("<my-widget>x</my-widget>"), "my-widget"));
}

TEST_CASE("what would make the parser slow is refused before it starts") {
  const auto refused = [](const std::string& text) {
    const auto parsed = html::parse("page.html", text, Limits());
    REQUIRE_FALSE(parsed);
    return parsed.problem().code;
  };
  CHECK(refused(repeated("<div>", 100'000)) == "limit-html-depth");
  CHECK(refused("<p " + repeated("a1 b2 c3 ", 1'000) + ">") == "limit-xml-attributes");
  // Formatting elements that are reopened in every paragraph multiply.
  std::string fonts;
  for (int i = 0; i < 500; ++i) fonts += "<font color=" + std::to_string(i) + ">";
  const auto many = html::parse("page.html", fonts + repeated("<p>x</p>", 20'000), Limits());
  if (!many) CHECK(many.problem().code == "limit-html-bytes");
  // The tree of a page is bounded whatever its size: the densest one of 8 MiB would take forty times as much.
  Limits limits;
  limits.html_nodes = 10'000'000;
  CHECK(html::parse("page.html", repeated("<p>x", 2'000'000), limits).problem().code == "limit-html-bytes");
  limits.html_bytes = 1 << 20;
  CHECK(html::parse("page.html", repeated("<p>x", 100'000), limits).problem().code == "limit-html-bytes");
  CHECK(html::parse("page.html", repeated("<p>x", 10'000), limits));
}

TEST_CASE("lists, tables and paragraphs without end tags are no depth") {
  CHECK(html::parse("page.html", "<ul>" + repeated("<li><p>x", 5'000) + "</ul>", Limits()));
  CHECK(html::parse("page.html", "<table>" + repeated("<tr><td>x", 5'000), Limits()));
}

TEST_CASE("the encoding that a page names") {
  CHECK(html::declared_encoding("<html><head><meta charset=\"gbk\">") == "gbk");
  CHECK(html::declared_encoding("<meta http-equiv='Content-Type' content='text/html; charset=TIS-620'>") == "TIS-620");
  CHECK(html::declared_encoding("<?xml version=\"1.0\" encoding=\"Big5\"?><html>") == "Big5");
  CHECK(html::declared_encoding("<html><head><title>charset</title>").empty());
}
