// What reads vectors and builds packages from them.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <sys/stat.h>

#include <assay/package.hpp>

#include "known_words.hpp"
#include "small_suite.hpp"
#include "vectors/run.hpp"
#include "vectors/text_value.hpp"
#include "vectors/zip_writer.hpp"

using namespace assay;
using namespace assay::vectors;

namespace {

std::unique_ptr<JsonDocument> parsed(const std::string& text) {
  auto document = json::parse("test.json", text);
  REQUIRE(document.ok());
  return std::move(*document);
}

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string file_of(const Built& built, const std::string& name) {
  for (const auto& [file, content] : built.files)
    if (file == name) return content.flat() ? *content.flat() : "(hole)";
  return "(absent)";
}

std::string text_of(const std::string& json) {
  const auto document = parsed(json);
  const auto text = read_text(root(*document), {{"ns:cp", "urn:cp"}});
  return text ? *text : "problem: " + problem_of(text).message;
}

}  // namespace

TEST_CASE("a hole counts like the zeros that it stands for") {
  Blob flat(std::string("head") + std::string(3000, '\0') + "tail");
  Blob holes("head");
  holes.append_zeros(3000);
  holes.append("tail");
  CHECK(holes.size() == flat.size());
  CHECK(holes.crc() == flat.crc());
  Blob large("x");
  large.append_zeros(Blob::hole_from + 5);
  large.append("y");
  CHECK(large.flat() == nullptr);
  CHECK(large.size() == Blob::hole_from + 7);
  CHECK(large.crc() == Blob("x" + std::string(Blob::hole_from + 5, '\0') + "y").crc());
  CHECK(large.deflated() == Blob("x" + std::string(Blob::hole_from + 5, '\0') + "y").deflated());
  large.invert(100);
  CHECK(large.size() == Blob::hole_from + 7);
  std::string same = "x" + std::string(Blob::hole_from + 5, '\0') + "y";
  same[100] = '\xFF';
  CHECK(large.crc() == Blob(same).crc());
  large.keep(50);
  CHECK(large.crc() == Blob("x" + std::string(49, '\0')).crc());
  CHECK(Blob().flat()->empty());
}

TEST_CASE("a zip is the same every time, and says what it is told to say") {
  std::vector<ZipEntry> entries = {{"a.txt", Blob("aaaa")}, {"ü.txt", Blob("bbbb"), true}};
  const std::string honest = *write_zip(entries, {}).flat();
  CHECK(honest == *write_zip(entries, {}).flat());
  const Source source{"x.zip", &honest};
  const auto package = open(source);
  REQUIRE(package.ok());
  REQUIRE(package->entries().size() == 2);
  CHECK(package->entries()[1].name == "ü.txt");
  CHECK(package->entries()[1].method == 8);

  entries[0].local.crc = 7;
  entries[0].central.name = "b.txt";
  ZipLies lies;
  lies.prepend = Blob("MZ");
  lies.comment = "hello";
  lies.end.entries = 9;
  lies.flips = {-1};
  const std::string lying = *write_zip(entries, lies).flat();
  CHECK(lying.starts_with("MZPK\3\4"));
  CHECK(lying.substr(2 + 14, 4) == std::string("\7\0\0\0", 4));
  CHECK(lying.find("b.txt") != std::string::npos);
  CHECK(lying.ends_with(std::string("hell") + static_cast<char>(~'o')));
  lies.truncate = -10;
  CHECK(write_zip(entries, lies).size() == lying.size() - 10);
  for (const auto& field : header_fields()) {  // each field changes the bytes
    ZipEntry entry{"a.txt", Blob("aaaa")};
    entry.central.*field.field = 0x55;
    entry.local.*field.field = 0x55;
    CAPTURE(field.name);
    CHECK(*write_zip({entry}, {}).flat() != *write_zip({{"a.txt", Blob("aaaa")}}, {}).flat());
  }
}

TEST_CASE("more than four gigabytes are a hole in the file, in zip64") {
  ZipEntry entry{"video.bin", {}};
  entry.content.append_zeros(5ull << 30);
  const TemporaryFolder folder;
  const auto path =
      write({Built::Kind::zip, "package.zip", write_zip({entry, {"b", Blob("b")}}, {}), {}, {}}, folder.path());
  REQUIRE(path.ok());
  struct stat status {};
  REQUIRE(::stat(path->c_str(), &status) == 0);
  CHECK(status.st_size > 5ll << 30);
  CHECK(status.st_blocks * 512 < 1 << 20);
  const auto package = open({*path});
  REQUIRE(package.ok());
  CHECK(package->entries()[0].size == 5ull << 30);
  CHECK(package->entries()[1].name == "b");
}

TEST_CASE("texts come about in every way that is written down") {
  CHECK(text_of(R"("a {ns:cp} {b} {")") == "a urn:cp {b} {");
  CHECK(text_of(R"("{ns:unknown}")").starts_with("problem: Nothing stands for the token \"ns:unknown\""));
  CHECK(text_of(R"({"hex": "41 4a"})") == "AJ");
  CHECK(text_of(R"({"hex": "414"})").starts_with("problem"));
  CHECK(text_of(R"({"hex": "4x"})").starts_with("problem"));
  CHECK(text_of(R"({"base64": "QUI="})") == "AB");
  CHECK(text_of(R"({"base64": "QU*="})").starts_with("problem"));
  CHECK(text_of(R"({"text": "é", "encoding": "ISO-8859-1"})") == "\xE9");
  CHECK(text_of(R"({"text": "中", "encoding": "ISO-8859-1"})").starts_with("problem"));
  CHECK(text_of(R"({"text": "中", "encoding": "no such"})").starts_with("problem"));
  CHECK(text_of(R"({"repeat": "ab", "times": 3})") == "ababab");
  CHECK(text_of(R"({"repeat": "ab"})").starts_with("problem"));
  CHECK(text_of(R"({"repeat": "ab", "times": 1000000000})").starts_with("problem"));
  CHECK(text_of(R"({"zeros": 2})") == std::string(2, '\0'));
  CHECK(text_of(R"({"zeros": -2})").starts_with("problem"));
  CHECK(text_of(R"({"concat": ["a", {"hex": "42"}, {"concat": []}]})") == "aB");
  CHECK(text_of(R"({"hax": "42"})").starts_with("problem"));
  CHECK(text_of("12").starts_with("problem"));
}

TEST_CASE("edits build the package that they describe") {
  const SmallSuite small;
  small.put_vector("case", R"("base": "imscp/tiny", "as": "directory", "edits": [
    {"replace": "a.txt", "old": "one", "new": "{ns:cp}"}, {"write": "sub/b.bin", "text": {"zeros": 3}},
    {"rename": "a.txt", "to": "c.txt"}, {"write": "gone", "text": "x"}, {"remove": "gone"},
    {"write": "e.txt", "text": "ü"}, {"encode": "e.txt", "encoding": "ISO-8859-1"}])");
  const auto built = small.built();
  REQUIRE(built.ok());
  CHECK(built->kind == Built::Kind::directory);
  CHECK(file_of(*built, "imsmanifest.xml") == "<manifest xmlns=\"urn:cp\" version=\"{other}\"/>");
  CHECK(file_of(*built, "c.txt") == "urn:cp two two");
  CHECK(file_of(*built, "sub/b.bin") == std::string(3, '\0'));
  CHECK(file_of(*built, "gone") == "(absent)");
  CHECK(file_of(*built, "e.txt") == "\xFC");
  const TemporaryFolder folder;
  const auto path = write(*built, folder.path());
  REQUIRE(path.ok());
  CHECK(bytes_of(*path + "/sub/b.bin") == std::string(3, '\0'));
}

TEST_CASE("a document comes alone, and a zip can be edited below its entries") {
  const SmallSuite small;
  small.put_vector("case", R"("base": "imscp/tiny", "as": "document:imsmanifest.xml")");
  auto built = small.built();
  REQUIRE(built.ok());
  CHECK(built->kind == Built::Kind::document);
  CHECK(built->name == "imsmanifest.xml");

  small.put_vector("case", R"("base": "imscp/tiny", "edits": [
    {"zip": {"entry": 1, "both": {"flags": 1, "name": "x.txt"}, "local": {"crc": 5}, "comment": "c", "order": ["a.txt"]}},
    {"zip": {"eocd": {"entries": 1}, "append": "more"}}])");
  built = small.built();
  REQUIRE(built.ok());
  CHECK(built->content.flat()->find("x.txt") == 30);
  CHECK(built->content.flat()->ends_with("cmore"));
}

TEST_CASE("a broken vector says where it is broken") {
  const std::pair<const char*, const char*> cases[] = {
      {R"("base": "imscp/none-such")", "There is no base"},
      {R"("base": "imscp")", "family/name"},
      {R"("base": "imscp/tiny", "edits": [{"replace": "a.txt", "old": "two", "new": ""}])", "more than once"},
      {R"("base": "imscp/tiny", "edits": [{"replace": "a.txt", "old": "six", "new": ""}])", "does not stand"},
      {R"("base": "imscp/tiny", "edits": [{"replace": "b.txt", "old": "six", "new": ""}])", "no file"},
      {R"("base": "imscp/tiny", "edits": [{"replace": "a.txt", "new": ""}])", "is missing"},
      {R"("base": "imscp/tiny", "edits": [{"remove": "a.txt", "to": ""}])", "not known"},
      {R"("base": "imscp/tiny", "edits": [{"vanish": "a.txt"}])", "no edit"},
      {R"("base": "imscp/tiny", "edits": [{"write": "a.txt", "text": "", "method": "lzma"}])", "method"},
      {R"("base": "imscp/tiny", "edits": [{"zip": {"entry": 7, "both": {}}}])", "whole number"},
      {R"("base": "imscp/tiny", "edits": [{"zip": {"both": {"flags": 1}}}])", "entry"},
      {R"("base": "imscp/tiny", "edits": [{"zip": {"entry": 0, "both": {"flags": 65536}}}])", "whole number"},
      {R"("base": "imscp/tiny", "edits": [{"zip": {"entry": 0, "both": {"flag": 1}}}])", "not known"},
      {R"("base": "imscp/tiny", "edits": [{"zip": {"eocd": {"flag": 1}}}])", "not known"},
      {R"("base": "imscp/tiny", "edits": [{"zip": {"frob": 1}}])", "not known"},
      {R"("base": "imscp/tiny", "as": "tar")", "zip, directory"},
      {R"("base": "imscp/tiny", "as": "document:x")", "no file"},
      {R"("base": "imscp/tiny", "edits": {})", "list"},
      {R"("base": "imscp/tiny", "limits": {"seconds": 0})", "above 0"},
      {R"("base": "imscp/tiny", "nots": 1)", "not known"},
      {R"("base": "")", "is empty"},
  };
  for (const auto& [middle, words_wanted] : cases) {
    const SmallSuite small;
    small.put_vector("case", middle);
    const auto built = small.built();
    const std::string vector_text = middle;
    CAPTURE(vector_text);
    REQUIRE_FALSE(built.ok());
    CHECK(problem_of(built).line == 3);
    CHECK(problem_of(built).column > 0);
    CHECK(problem_of(built).file.ends_with("imscp/rule/case.json"));
    const std::string words = problem_of(built).message + problem_of(built).advice;
    CHECK_MESSAGE(words.find(words_wanted) != std::string::npos, words);
  }
}

TEST_CASE("a vector's shape is checked, its id fits its place, and others go on without it") {
  const SmallSuite small;
  small.put_vector("good", R"("base": "imscp/tiny")");
  small.put("imscp/rule/other.json", R"({"id": "imscp.rule.wrong"})");
  small.put("imscp/rule/no.json", "{");
  small.put("imscp/rule/verdict.json",
            R"({"id": "imscp.rule.verdict", "why": "x", "base": "none", "profiles": ["imscp-1.1.2"],
    "requirements": ["imscp/R-001"], "expect": {"verdict": "good", "findings": [{"rule": "a", "line": "x"}]}})");
  const Suite suite = small.load();
  CHECK(suite.vectors().size() == 1);
  REQUIRE(suite.problems().size() == 3);
  for (const Problem& problem : suite.problems()) CHECK(unknown_words(problem) == "");
  CHECK(suite.problems()[0].code == "not-json");
  CHECK(suite.problems()[1].advice.find("imscp.rule.other") != std::string::npos);
  CHECK(suite.problems()[2].message.find("good") != std::string::npos);
  CHECK(suite.problems()[2].line == 2);
  CHECK_FALSE(Suite::load(Store(), "/no/such/folder").ok());
}

TEST_CASE("a range of versions is one vector for each") {
  const SmallSuite small;
  Store store;
  store.override_file("spec/imscp/family.json", R"({"family": "imscp", "title": "T", "versions": {
    "1.1.2": {"title": "a", "includes": [], "schema_set": "imscp-1.1.2"}, "1.1.3": {"title": "b", "includes": []},
    "1.1.4": {"title": "c", "includes": []}, "1.2": {"title": "d", "includes": []}}})");
  const auto vector = [&](const std::string& profiles) {
    small.put("imscp/rule/case.json",
              R"({"id": "imscp.rule.case", "why": "x", "base": "none", "requirements": ["imscp/R-001"],
      "profiles": )" +
                  profiles + R"(, "expect": {"verdict": "conforms", "findings": []}})");
    auto suite = Suite::load(store, small.path());
    REQUIRE(suite.ok());
    std::string text;
    for (const Vector& each : suite->vectors()) text += each.id + " " + each.profile + ";";
    return text + std::to_string(suite->problems().size());
  };
  CHECK(vector(R"(["imscp-1.1.2..1.1.4"])") ==
        "imscp.rule.case@1.1.2 imscp-1.1.2;imscp.rule.case@1.1.3 imscp-1.1.3;imscp.rule.case@1.1.4 imscp-1.1.4;0");
  CHECK(vector(R"(["imscp-1.2", "scorm-1.2"])") ==
        "imscp.rule.case@1.2 imscp-1.2;imscp.rule.case@scorm-1.2 scorm-1.2;0");
  CHECK(vector(R"(["imscp-1.1.4..1.1.2"])") == "1");
  CHECK(vector(R"(["imscp-1.1.2..9"])") == "1");
  CHECK(vector(R"(["imscp-1.2", "imscp-1.1.4..1.2"])").ends_with("1"));
}
