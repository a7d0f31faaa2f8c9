// The metadata crosswalk: two bindings, three carriers, one record; every value with its place.
#include <doctest/doctest.h>

#include <fstream>
#include <utility>

#include <assay/metadata.hpp>

#include "inventory/inventory.hpp"
#include "metadata/vcard.hpp"
#include "vectors/run.hpp"
#include "vectors/zip_writer.hpp"

using namespace assay;

namespace {

const std::string ims_record = R"(<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
<general>
<title><langstring xml:lang="en">Sharing</langstring><langstring xml:lang="th">การแบ่งปัน</langstring></title>
<catalogentry><catalog>ISBN</catalog><entry><langstring>978-0</langstring></entry></catalogentry>
<language>en</language>
<keyword><langstring xml:lang="en">open</langstring></keyword>
</general>
<lifecycle>
<status><source><langstring>LOMv1.0</langstring></source><value><langstring>Final</langstring></value></status>
<contribute><role><source><langstring>LOMv1.0</langstring></source><value><langstring>Author</langstring></value></role>
<centity><vcard>BEGIN:VCARD
VERSION:3.0
N:Jaidee;Somchai;;;
ORG:Example University
EMAIL;TYPE=work:somchai@example.org
END:VCARD</vcard></centity><date><datetime>2026-03-31</datetime></date></contribute>
</lifecycle>
<classification><taxonpath><source><langstring xml:lang="en">ISCED</langstring></source>
<taxon><id>01</id><taxon><id>011</id></taxon></taxon></taxonpath></classification>
</lom>)";

const std::string lom_record = R"(<lom xmlns="http://ltsc.ieee.org/xsd/LOM">
<general>
<title><string language="en">Sharing</string><string language="th">การแบ่งปัน</string></title>
<identifier><catalog>ISBN</catalog><entry>978-0</entry></identifier>
<language>en</language>
<keyword><string language="en">open</string></keyword>
</general>
<lifeCycle>
<status><source>LOMv1.0</source><value>Final</value></status>
<contribute><role><source>LOMv1.0</source><value>Author</value></role>
<entity>BEGIN:VCARD
VERSION:3.0
N:Jaidee;Somchai;;;
ORG:Example University
EMAIL;TYPE=work:somchai@example.org
END:VCARD</entity><date><dateTime>2026-03-31</dateTime></date></contribute>
</lifeCycle>
<classification><taxonPath><source><string language="en">ISCED</string></source>
<taxon><id>01</id></taxon><taxon><id>011</id></taxon></taxonPath></classification>
</lom>)";

// A package as a folder.
class Folder {
 public:
  Folder(std::initializer_list<std::pair<const char*, std::string>> files) {
    for (const auto& [name, text] : files) std::ofstream(path() + "/" + name, std::ios::binary) << text;
  }
  [[nodiscard]] const std::string& path() const { return folder_.path(); }

 private:
  vectors::TemporaryFolder folder_;
};

Package open_text(const std::string& name, const std::string& text) {
  auto opened = open({name, &text});
  REQUIRE(opened.ok());
  return std::move(*opened);
}

std::uint32_t line_of(const Package& package, const Place& place) { return locate(package, place).line; }

void same_for_both(const Package& package) {
  const auto records = metadata_records(package);
  REQUIRE(records.size() == 1);
  const MetadataRecord& record = records[0];
  REQUIRE(record.titles.size() == 2);
  CHECK(record.titles[1].text == "การแบ่งปัน");
  CHECK(record.titles[1].language == "th");
  CHECK(line_of(package, record.titles[1].place) == 3);
  REQUIRE(record.identifiers.size() == 1);
  CHECK(record.identifiers[0].catalog == "ISBN");
  CHECK(record.identifiers[0].entry == "978-0");
  CHECK(line_of(package, record.identifiers[0].place) == 4);
  REQUIRE(record.languages.size() == 1);
  CHECK(record.languages[0].text == "en");
  REQUIRE(record.status.size() == 1);
  CHECK(record.status[0].source == "LOMv1.0");
  CHECK(record.status[0].value == "Final");
  CHECK(line_of(package, record.status[0].place) == 9);
  REQUIRE(record.contributions.size() == 1);
  const MetaContribution& author = record.contributions[0];
  CHECK(author.roles[0].value == "Author");
  REQUIRE(author.persons.size() == 1);
  CHECK(author.persons[0].name == "Somchai Jaidee");
  CHECK(author.persons[0].organization == "Example University");
  CHECK(author.persons[0].email == "somchai@example.org");
  CHECK(line_of(package, author.persons[0].place) == 11);
  REQUIRE(author.dates.size() == 1);
  CHECK(author.dates[0].text == "2026-03-31");
  CHECK(line_of(package, author.dates[0].place) == 16);
  REQUIRE(record.classifications.size() == 1);
  const MetaTaxonPath& path = record.classifications[0].paths.at(0);
  CHECK(path.sources.at(0).text == "ISCED");
  REQUIRE(path.taxa.size() == 2);
  CHECK(path.taxa[1].id == "011");
  CHECK(record.subject == Subject::unknown);
  CHECK(!record.external);
}

}  // namespace

TEST_CASE("metadata: a record alone reads the same in both bindings") {
  const Package ims = open_text("record.xml", ims_record);
  same_for_both(ims);
  CHECK(metadata_records(ims)[0].standard == "imsmd-1.2.1");
  const Package lom = open_text("record.xml", lom_record);
  same_for_both(lom);
  CHECK(metadata_records(lom)[0].standard == "lom-1.0");
}

TEST_CASE("metadata: records tell what they describe, inside and beside the manifest") {
  const Folder folder({{"imsmanifest.xml", R"(<?xml version="1.0"?>
<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" identifier="M">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion><adlcp:location>about.xml</adlcp:location></metadata>
  <organizations default="O"><organization identifier="O"><title>t</title><item identifier="I1" identifierref="R1"><title>t</title>
    <metadata><lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title><langstring xml:lang="en">Lesson</langstring></title></general></lom></metadata>
  </item></organization></organizations>
  <resources><resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="a.html">
    <metadata><adlcp:location>about.xml</adlcp:location></metadata>
    <file href="a.html"><metadata><lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"/></metadata></file>
  </resource></resources>
</manifest>)"},
                       {"about.xml", lom_record},
                       {"a.html", "x"}});
  const auto package = open({folder.path()});
  REQUIRE(package.ok());
  const auto records = metadata_records(*package);
  REQUIRE(records.size() == 4);
  CHECK(records[0].subject == Subject::item);
  CHECK(records[0].identifier == "I1");
  CHECK(records[0].titles.at(0).text == "Lesson");
  CHECK(locate(*package, records[0].titles[0].place).line == 5);
  CHECK(records[1].subject == Subject::file);
  CHECK(records[1].identifier == "a.html");
  CHECK(records[2].external);
  CHECK(records[2].subject == Subject::package);
  CHECK(records[2].identifier == "M");
  CHECK(locate(*package, records[2].place).file == "about.xml");
  CHECK(records[3].subject == Subject::resource);
  CHECK(records[3].identifier == "R1");
  CHECK(records[3].titles.at(1).language == "th");

  const std::string xml = inventory_xml(*package);
  CHECK(xml.find(R"(<title text="การแบ่งปัน" language="th" line="3" column="46"/>)") != std::string::npos);
  CHECK(xml.find(R"(about="resource" )") != std::string::npos);
}

TEST_CASE("metadata: persons come out of cards as people write them") {
  using metadata::vcard_text;
  CHECK(vcard_text("BEGIN:VCARD\nFN:Lan\\, Nguyen\nEND:VCARD", "FN") == "Lan, Nguyen");
  CHECK(vcard_text("BEGIN:VCARD\nFN:Department of\n  Education\nEND:VCARD", "FN") == "Department of Education");
  CHECK(vcard_text("BEGIN:VCARD\n\t\tFN:Lan\n\t\tEND:VCARD", "FN") == "Lan");
  CHECK(vcard_text("BEGIN:vCard FN:Alastair Bruce N:Bruce;Alastair END:vCard", "FN") == "Alastair Bruce");
  CHECK(vcard_text("BEGIN:VCARD\\nORG:A B\\nEND:VCARD", "ORG") == "A B");
  CHECK(vcard_text("Somchai", "FN").empty());
}

namespace {

const std::string scorm_with(const std::string& metadata) {
  return R"(<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/" identifier="M">
<metadata xml:lang="en">)" +
         metadata + R"(</metadata>
<organizations default="O"><organization identifier="O"><title>t</title><item identifier="I1" identifierref="R1"><title>t</title>
<metadata><dc:title>Lesson</dc:title></metadata></item></organization></organizations>
<resources><resource identifier="R1" type="webcontent" href="a.html"><file href="a.html"/></resource></resources>
</manifest>)";
}

const MetadataRecord* of_standard(const std::vector<MetadataRecord>& records, std::string_view standard) {
  for (const MetadataRecord& record : records)
    if (record.standard == standard) return &record;
  return nullptr;
}

}  // namespace

TEST_CASE("metadata: Dublin Core in a manifest, with the language around it and what it describes") {
  const Folder folder({{"imsmanifest.xml", scorm_with(R"(
<dc:title>Leaf</dc:title><dc:title xml:lang="th">ใบไม้</dc:title><dc:creator>Ann</dc:creator>
<dct:license>CC-BY-4.0</dct:license><dct:extent>PT20M</dct:extent><dct:modified>2026-01-02</dct:modified><dct:nonsense>x</dct:nonsense>)")},
                       {"a.html", "x"}});
  const auto package = open({folder.path()});
  REQUIRE(package.ok());
  const auto records = metadata_records(*package);
  REQUIRE(records.size() == 2);
  CHECK(records[0].subject == Subject::package);
  REQUIRE(records[0].titles.size() == 2);
  CHECK(records[0].titles[0].language == "en");
  CHECK(records[0].titles[1].language == "th");
  CHECK(line_of(*package, records[0].titles[1].place) == 3);
  CHECK(records[0].rights.at(0).text == "CC-BY-4.0");
  CHECK(records[0].learning_time.at(0).text == "PT20M");
  REQUIRE(records[0].contributions.size() == 2);
  CHECK(records[0].contributions[0].persons.at(0).name == "Ann");
  CHECK(records[0].contributions[1].dates.at(0).text == "2026-01-02");
  CHECK(records[1].subject == Subject::item);
  CHECK(records[1].identifier == "I1");
}

TEST_CASE("metadata: JSON-LD in its usual forms, with foreign vocabularies and other nodes left out") {
  const Folder folder(
      {{"imsmanifest.xml", scorm_with("")},
       {"a.html", R"(<html><head><meta name="DC.Title" lang="th" content="ใบไม้"><meta name="author" content="Bob">
  <script type="application/ld+json">{"@context": "https://schema.org",
     "@graph": [{"@type": "Person", "name": "Ann"}, {"@type": "Quiz", "name": "Page"}]}</script></head><body>x</body></html>)"},
       {"course.jsonld", R"([{"@context": "https://w3id.org/openbadges/v2", "name": "Badge", "description": "d"},
{"@context": {"s": "http://schema.org/"}, "http://schema.org/name": {"en": "Leaf", "zh-Hans": "叶子"},
 "schema:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
 "schema:author": [{"@type": "Person", "name": "Ann"}, "Bob"], "schema:identifier": {"propertyID": "DOI", "value": "10.1/x"},
 "@id": "_:b0", "schema:about": {"termCode": "0511", "name": "Biology", "inDefinedTermSet": "ISCED-F 2013"},
 "schema:keywords": [["deep"], null, 3, {"x": {}}]}])"}});
  const auto package = open({folder.path()});
  REQUIRE(package.ok());
  const auto records = metadata_records(*package);
  REQUIRE(records.size() == 4);
  const MetadataRecord* course = of_standard(records, "lrmi");
  REQUIRE(course);
  REQUIRE(course->titles.size() == 2);
  CHECK(course->titles[1].text == "叶子");
  CHECK(course->titles[1].language == "zh-Hans");
  CHECK(course->rights.at(0).text == "https://creativecommons.org/licenses/by/4.0/");
  CHECK(course->contributions.size() == 2);
  REQUIRE(course->identifiers.size() == 1);
  CHECK(course->identifiers[0].catalog == "DOI");
  CHECK(course->classifications.at(0).paths.at(0).taxa.at(0).id == "0511");
  CHECK(locate(*package, course->titles[1].place).line == 2);
  const MetadataRecord& term = records[2];
  CHECK(term.standard == "dublin-core");
  CHECK(term.titles.at(0).text == "ใบไม้");
  const MetadataRecord& page = records[3];
  CHECK(page.titles.at(0).text == "Page");
  const Location where = locate(*package, page.titles[0].place);
  CHECK(where.file == "a.html");
  CHECK(where.line == 3);
  CHECK(where.column == 79);
}

TEST_CASE("metadata: linked data beyond its budget is left aside, and the course is judged all the same") {
  std::string deep(300, '[');
  const Folder folder(
      {{"imsmanifest.xml", scorm_with("<dc:title>Leaf</dc:title>")}, {"a.html", "x"}, {"a.jsonld", deep}});
  const auto package = open({folder.path()});
  REQUIRE(package.ok());
  CHECK(package->problems().empty());
  CHECK(metadata_records(*package).at(0).titles.at(0).text == "Leaf");
}

TEST_CASE("metadata: one node as a graph, a course that a page is about, and maps that are no languages") {
  const Folder folder(
      {{"imsmanifest.xml", scorm_with("")},
       {"a.html", "x"},
       {"a.jsonld", R"({"@context": "https://schema.org", "@graph": {"@type": "Course", "name": "One"}})"},
       {"b.jsonld", R"({"@context": "https://schema.org", "@type": "WebPage", "name": "Page",
 "mainEntity": {"@type": "Course", "name": {"id": "Daun", "en": "Leaf"}, "license": {"url": "https://example.org/l"},
  "author": {"id": "https://example.org/ann"}, "publisher": {"sku": "7"}}})"}});
  const auto package = open({folder.path()});
  REQUIRE(package.ok());
  auto records = metadata_records(*package);
  std::erase_if(records, [](const MetadataRecord& each) { return each.standard != "lrmi"; });
  REQUIRE(records.size() == 2);
  CHECK(records[0].titles.at(0).text == "One");
  const MetadataRecord& course = records[1];
  REQUIRE(course.titles.size() == 2);
  CHECK(course.titles[0].language == "id");
  CHECK(course.rights.at(0).text == "https://example.org/l");
  REQUIRE(course.contributions.size() == 1);
  CHECK(course.contributions[0].persons.at(0).name == "https://example.org/ann");
}

TEST_CASE("metadata: of very many values only so many are kept, and the rest is counted") {
  std::string about = R"({"inDefinedTermSet": "ISCED-F 2013", "termCode": "0511"})", keywords = "\"x\"";
  for (int i = 1; i < 1'500; ++i) about += ", {\"inDefinedTermSet\": \"Own\", \"termCode\": \"1\"}";
  for (int i = 1; i < 1'500; ++i) keywords += ",\"x\"";
  const Folder folder({{"imsmanifest.xml", scorm_with("")},
                       {"a.html", "x"},
                       {"a.jsonld", "{\"@context\": \"https://schema.org\", \"name\": \"Leaf\", \"keywords\": [" +
                                        keywords + "], \"about\": [" + about + "]}"}});
  const auto package = open({folder.path()});
  REQUIRE(package.ok());
  auto records = metadata_records(*package);
  std::erase_if(records, [](const MetadataRecord& each) { return each.standard != "lrmi"; });
  REQUIRE(records.size() == 1);
  CHECK(records[0].keywords.size() == 1'000);
  CHECK(records[0].classifications.size() >= 500);
  CHECK(records[0].classifications.size() <= 1'000);
  CHECK(records[0].values_left_out == 3'000 - 1'000 - records[0].classifications.size());
}

TEST_CASE("metadata: the package document of an EPUB") {
  const std::string opf =
      R"(<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Book</dc:title><dc:language>en</dc:language></metadata></package>)";
  const auto zip = vectors::write_zip({{.name = "mimetype", .content = vectors::Blob("application/epub+zip")},
                                       {.name = "META-INF/container.xml", .content = vectors::Blob("<container/>")},
                                       {.name = "OEBPS/book.opf", .content = vectors::Blob(opf)}},
                                      {});
  const auto package = open({"book.epub", zip.flat()});
  REQUIRE(package.ok());
  const auto records = metadata_records(*package);
  REQUIRE(records.size() == 1);
  CHECK(records[0].titles.at(0).text == "Book");
  CHECK(records[0].languages.at(0).text == "en");
}
