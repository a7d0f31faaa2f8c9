// Small files that ask for much work or memory: none of it is done. Vectors cannot number what they repeat, so these
// stand here.
#include <doctest/doctest.h>

#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "archive/archive.hpp"
#include "text/decode.hpp"
#include "text/encode.hpp"
#include "vectors/zip_writer.hpp"
#include "xml/crowded_tag.hpp"
#include "xml/parse.hpp"

using namespace assay;

namespace {

std::string little_endian(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> 8 * i & 0xFF));
  return out;
}

// One header with a name of 64 KiB in front of a table in which many entries lead to it.
std::string many_to_one(std::size_t count) {
  const std::string name(65'000, '\xE4');
  std::string zip = "PK\3\4" + little_endian(20, 2) + std::string(20, '\0') + little_endian(name.size(), 2) +
                    little_endian(0, 2) + name;
  const std::size_t table = zip.size();
  for (std::size_t i = 0; i < count; ++i)
    zip += "PK\1\2" + little_endian(20, 2) + little_endian(20, 2) + std::string(20, '\0') + little_endian(6, 2) +
           std::string(16, '\0') + std::to_string(100'000 + i);
  return zip + "PK\5\6" + little_endian(0, 4) + little_endian(count, 2) + little_endian(count, 2) +
         little_endian(zip.size() - table, 4) + little_endian(table, 4) + little_endian(0, 2);
}

std::string numbered(const std::string& before, int count, const std::string& behind) {
  std::string out;
  for (int i = 0; i < count; ++i) out += before + std::to_string(i) + behind;
  return out;
}

std::string code_of(const std::string& xml) { return xml::parse("a.xml", xml, "", {}).problem.code; }

}  // namespace

TEST_CASE("a long name that thousands of entries lead to is not copied thousands of times") {
  const std::string zip = many_to_one(15'000);
  const auto archive = archive::Archive::open({"p.zip", &zip}, {});
  REQUIRE(archive);
  std::size_t bytes = 0, overlaps = 0;
  for (const archive::Defect& defect : archive->defects()) {
    overlaps += defect.what == ContainerDefect::overlapping_entries;
    for (const auto& argument : defect.arguments) bytes += argument.second.size();
  }
  CHECK(overlaps > 1'000);
  CHECK(bytes < 10'000u * 10'000u);
}

TEST_CASE("a long xml:base in front of many addresses hits a limit") {
  const std::string manifest =
      "<manifest xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" identifier=\"m\"><organizations/><resources>"
      "<resource identifier=\"r\" type=\"webcontent\" xml:base=\"" +
      std::string(1'000'000, 'b') + "/\">" + numbered("<file href=\"", 200, "\"/>") +
      "</resource></resources></manifest>";
  std::vector<vectors::ZipEntry> entries(1);
  entries[0].name = "imsmanifest.xml";
  entries[0].content = vectors::Blob(manifest);
  const std::string zip = *vectors::write_zip(entries, {}).flat();
  const auto package = open({"p.zip", &zip});
  REQUIRE(package);
  REQUIRE_FALSE(package->problems().empty());
  CHECK(package->problems().back().code == "limit-address-bytes");
  std::size_t bytes = 0;
  for (const Reference& reference : references(*package)) bytes += reference.target.size();
  CHECK(bytes < 70'000'000);
}

TEST_CASE("a tag with very many attributes is found before it is read, other wide gaps are not taken for one") {
  const std::string attributes = numbered(" xmlns:p", 2'000, "='u'");
  CHECK(xml::crowded_tag("<a><b" + attributes + "/></a>", 1'024) == 3);
  CHECK(xml::crowded_tag("<a><b" + attributes, 1'024) == 3);
  CHECK(xml::crowded_tag("<a><b" + attributes + "/></a>", 2'000) == std::string::npos);
  CHECK(xml::crowded_tag("<a>" + attributes + "</a>", 1'024) == std::string::npos);
  CHECK(xml::crowded_tag("<a><!--" + attributes + "--></a>", 1'024) == std::string::npos);
  CHECK(xml::crowded_tag("<a x='" + std::string(20'000, '"') + "'/>", 1'024) == std::string::npos);
  CHECK(xml::crowded_tag("<a x=\"" + std::string(20'000, '>') + "\"" + attributes + "/>", 1'024) == 0);
  CHECK(xml::crowded_tag("", 1'024) == std::string::npos);
  CHECK(xml::crowded_tag("<", 1'024) == std::string::npos);
  CHECK(code_of("<a" + attributes + "/>") == "limit-xml-attributes");
}

TEST_CASE("attributes are counted with those of all elements around") {
  const std::string attributes = numbered(" a", 1'000, "=''");
  CHECK(code_of("<a" + attributes + "><b" + attributes + "/></a>").empty());
  CHECK(code_of("<a" + attributes + "><b" + attributes + "/><b" + attributes + "/></a>").empty());
  CHECK(code_of("<a" + attributes + "><b" + attributes + "><c" + attributes + "/></b></a>") == "limit-xml-attributes");
}

TEST_CASE("different names are a budget, as each is kept with its namespace") {
  const std::string uri(100'000, 'u');
  CHECK(code_of("<a xmlns='" + uri + "'>" + numbered("<n", 100, "/>") + "</a>") == "limit-xml-name-bytes");
  CHECK(code_of("<a xmlns='" + uri + "'>" + numbered("<n", 10, "/>") + "</a>").empty());
  CHECK(code_of("<a>" + numbered("<n", 10'000, "/>") + "</a>").empty());
  CHECK(code_of("<a>" + numbered("<n", 20'000, "/>") + "</a>") == "limit-xml-name-bytes");
}

TEST_CASE("text that is not allowed is quoted once, however long") {
  const std::string head = "<manifest xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" identifier=\"m\">";
  const std::string text(5'000'000, 'x');
  const auto parsed =
      xml::parse("imsmanifest.xml", head + text + "<organizations/><resources/></manifest>", "imscp-1.1.2", {});
  REQUIRE(parsed.defects.size() == 1);
  CHECK(parsed.defects[0].cause == "text-not-allowed");
  CHECK(parsed.document->strings.size() <= text.size());
}

TEST_CASE("a character is never cut where a block of the decoder ends") {
  for (const char* charset : {"GB18030", "UTF-16"})
    for (std::size_t before = 4'040; before < 4'110; ++before) {
      const std::string document =
          std::string("<?xml version=\"1.0\" encoding=\"") + charset + "\"?><a>" + std::string(before, 'a') + "😀😀</a>";
      const auto bytes = text::encode(document, charset);
      REQUIRE(bytes);
      CHECK(text::decode_xml(*bytes).utf8 == document);
    }
}
