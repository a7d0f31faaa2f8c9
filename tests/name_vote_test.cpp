#include <doctest/doctest.h>

#include "text/encode.hpp"
#include "text/name_vote.hpp"
#include "vectors/run.hpp"

using namespace assay;

namespace {

struct Sample {
  const char* converter;
  std::vector<std::string> names;
};

// Names as people give them, a few for each encoding of the region and its neighbours.
const std::vector<Sample> samples = {
    {"GB18030", {"第一章/导言.html", "图片/封面.jpg", "练习题（一）.docx", "教学大纲.pdf"}},
    {"GB18030", {"安全生产培训.mp4"}},
    {"Big5", {"第一章/導論.html", "圖片/封面.jpg", "作業.docx", "許功蓋.txt"}},
    {"Big5", {"教學影片.mp4"}},
    {"Shift_JIS", {"第１章/はじめに.html", "画像/表紙.jpg", "ソフト一覧表.txt"}},
    {"windows-949", {"제1장/개요.html", "그림/표지.jpg", "학습 자료.pdf"}},
    {"windows-874-2000", {"บทที่ 1/บทนำ.html", "รูปภาพ/ปก.jpg", "แบบฝึกหัด.pdf"}},
    {"windows-874-2000", {"ใบความรู้.pdf"}},
    {"IBM437", {"Prüfung.txt", "Übungen/Lösung.html"}},
    {"IBM852", {"testíček.txt", "Žluťoučký/Koníček.txt"}},
    {"IBM866", {"Глава 1/Введение.html", "Картинки/обложка.jpg"}},
    {"windows-1252", {"Unité 1/Présentation – début.html", "Élève.pdf"}},
};

std::vector<std::string> encoded(const Sample& sample) {
  std::vector<std::string> raw;
  for (const std::string& name : sample.names) raw.push_back(text::encode(name, sample.converter).value_or(""));
  return raw;
}

std::vector<std::string_view> views(const std::vector<std::string>& raw) { return {raw.begin(), raw.end()}; }

}  // namespace

TEST_CASE("names of one package vote for the encoding that they were written in") {
  for (const Sample& sample : samples) {
    CAPTURE(sample.converter);
    const auto raw = encoded(sample);
    const auto vote = text::vote_on_names(views(raw), {});
    CAPTURE(vote.charset);
    for (std::size_t i = 0; i < raw.size(); ++i) {
      std::string name;
      REQUIRE_FALSE(raw[i].empty());
      CHECK(text::decode_name(raw[i], vote.charset, name));
      CHECK(name == sample.names[i]);
    }
    CHECK(vote.confidence >= 0.5);
    CHECK(vote.matched == 0);
  }
}

TEST_CASE("Vietnamese tones stand behind their letters in windows-1258 and belong to them in the name") {
  const std::vector<std::string> raw = {"Ch\xFD\xF5ng 1/Gi\xF5\xECi thi\xEA\xF2u.html", "B\xE0i t\xE2\xF2p.pdf"};
  const auto vote = text::vote_on_names(views(raw), {});
  CHECK(vote.charset == "windows-1258");
  std::string name;
  REQUIRE(text::decode_name(raw[0], vote.charset, name));
  CHECK(name == "Chương 1/Giới thiệu.html");
}

TEST_CASE("a manifest that spells the names proves the encoding, whatever the letters look like") {
  // Two letters that are Chinese in GBK and Western in a code page of Windows.
  const std::string raw = *text::encode("ÄÜ.html", "windows-1252");
  const std::string_view names[] = {raw};
  const auto hints = text::read_name_hints("<manifest><file href=\"%C3%84%C3%9C.html\"/></manifest>");
  CHECK(hints.steps.contains("ÄÜ.html"));
  const auto vote = text::vote_on_names(names, hints);
  CHECK(vote.charset == "windows-1252");
  CHECK(vote.matched == 1);
  CHECK(vote.confidence == 1);
}

TEST_CASE("a manifest tells its languages by tags and by letters") {
  const auto tags = text::read_name_hints("<m xml:lang=\"zh-TW\"><imsmd:language>th</imsmd:language></m>");
  CHECK(tags.languages.contains("zh-hant"));
  CHECK(tags.languages.contains("th"));
  CHECK(text::read_name_hints("<title>บทเรียนที่หนึ่ง</title>").languages.contains("th"));
  CHECK(text::read_name_hints("<title>はじめに</title>").languages.contains("ja"));
  CHECK(text::read_name_hints("").languages.empty());
}

TEST_CASE("what decodes nowhere decides nothing") {
  CHECK(text::vote_on_names({}, {}).charset.empty());
  std::string name;
  CHECK_FALSE(text::decode_name("\xFF\xFF", "gb18030", name));
  CHECK_FALSE(text::decode_name("a", "no-such-charset", name));
}
