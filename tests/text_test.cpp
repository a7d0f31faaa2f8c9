#include <doctest/doctest.h>

#include <vector>

#include "text/decode.hpp"
#include "text/digest.hpp"
#include "text/encode.hpp"
#include "text/lines.hpp"
#include "text/regex.hpp"
#include "text/unicode.hpp"

using namespace assay;

TEST_CASE("lines and columns count code points over every kind of line break") {
  const std::string text = "a\r\nb😀c\rd\n\né";
  const text::LineIndex index(text);
  CHECK(index.position(0).line == 1);
  const auto c = index.position(text.find('c'));
  CHECK(c.line == 2);
  CHECK(c.column == 3);
  CHECK(index.position(text.find('d')).line == 3);
  CHECK(index.position(text.find("é")).line == 5);
  CHECK(index.line(2) == "b😀c");
  CHECK(index.line(9).empty());
}

TEST_CASE("columns stay right far into a long line") {
  std::string text(5'000, 'x');
  text += "中文" + std::string(3'000, 'y') + "!";
  const text::LineIndex index(text);
  CHECK(index.position(text.size() - 1).column == 5'000 + 2 + 3'000 + 1);
}

TEST_CASE("documents in the region's encodings become UTF-8") {
  for (const auto& each : std::vector<std::pair<std::string, std::string>>{{"GB18030", "课程"},
                                                                           {"GBK", "课程"},
                                                                           {"GB2312", "课程"},
                                                                           {"Big5", "課程"},
                                                                           {"TIS-620", "หลักสูตร"},
                                                                           {"UTF-16", "ကို😀"},
                                                                           {"UTF-16LE", "ប"}}) {
    const std::string &charset = each.first, &word = each.second;
    const std::string document = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><a>" + word + "</a>";
    const auto bytes = text::encode(document, charset);
    REQUIRE(bytes);
    const auto decoded = text::decode_xml(*bytes);
    CAPTURE(charset);
    CHECK(decoded.utf8 == document);
    CHECK(decoded.undecodable_total == 0);
  }
}

TEST_CASE("an undecodable byte is found with its offset") {
  const auto decoded = text::decode_xml("<?xml version=\"1.0\" encoding=\"GB18030\"?><a>\xFF\xFF</a>");
  REQUIRE(decoded.undecodable_total >= 1);
  CHECK(decoded.undecodable[0].source_offset == 43);
  const auto plain = text::decode_xml("<a>\xC3</a>");
  REQUIRE(plain.undecodable_total == 1);
  CHECK(plain.undecodable[0].source_offset == 3);
  CHECK(text::is_valid_utf8(plain.utf8));
}

TEST_CASE("a byte order mark wins over the declaration") {
  const auto decoded = text::decode_xml("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>");
  CHECK(decoded.contradiction);
  CHECK(decoded.utf8.find("é") != std::string::npos);
}

TEST_CASE("look-up keys ignore case and Unicode form") {
  CHECK(text::folded("Café") == text::folded("CAFE\xCC\x81"));
  CHECK(text::folded("ABC") == "abc");
  CHECK(text::nfc("e\xCC\x81") == "é");
}

TEST_CASE("names, percent escapes and near misses") {
  CHECK(text::is_ncname("课程-1"));
  CHECK_FALSE(text::is_ncname("1a"));
  CHECK_FALSE(text::is_ncname("a:b"));
  for (const auto& [value, name] : {std::pair{"1a", "id-1a"},
                                    {"{52BF-44}", "id-52BF-44"},
                                    {"Modul 1: Start", "Modul-1-Start"},
                                    {"-a", "id-a"},
                                    {"课程/1", "课程-1"},
                                    {"??", ""},
                                    {"", ""},
                                    {"fine", "fine"}}) {
    CHECK(text::as_ncname(value) == name);
    CHECK((text::as_ncname(value).empty() || text::is_ncname(text::as_ncname(value))));
  }
  CHECK(text::wrong_in_ncname("a b") == " ");
  CHECK(text::wrong_in_ncname("1") == "1");
  CHECK(text::wrong_in_ncname("a") == "");
  std::string out;
  CHECK(text::percent_decode("a%20b", out));
  CHECK(out == "a b");
  CHECK_FALSE(text::percent_decode("50%", out));
  CHECK_FALSE(text::percent_decode("%FF", out));
  const std::vector<std::string_view> names = {"SCO_1", "SCO_2", "intro"};
  CHECK(text::nearest("SCO-1", names, 1) == "SCO_1");
  CHECK(text::nearest("zzzzzz", names, 3).empty());
}

TEST_CASE("what people see has no control characters") {
  CHECK(text::visible("a\x1b[31m\n") == "a\\x1B[31m\\x0A");
  CHECK(text::visible("x\u202Ey") == "x\\u{202E}y");
  CHECK(text::visible("\xFF") == "\\xFF");
}

TEST_CASE("regular expressions take linear time") {
  const auto regex = text::Regex::compile("(a+)+b");
  REQUIRE(regex);
  CHECK_FALSE(regex->matches_whole(std::string(50'000, 'a')));
  CHECK_FALSE(text::Regex::compile("(?=x)"));
}

TEST_CASE("SHA-256") {
  CHECK(text::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
