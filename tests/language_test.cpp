#include <doctest/doctest.h>

#include <string>

#include <assay/language.hpp>

#include "language/defects.hpp"
#include "language/identity.hpp"
#include "language/scripts.hpp"

using namespace assay;

namespace {

bool has(const std::vector<language::Defect>& list, TextDefect wanted) {
  for (const language::Defect& each : list)
    if (each.defect == wanted) return true;
  return false;
}

LetterCounts count(const std::string& text) {
  LetterCounts counts;
  language::count_letters(text, counts);
  return counts;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text + " ";
  return out;
}

}  // namespace

TEST_CASE("clean text of the region has no defect") {
  for (const auto& each :
       {std::pair<const char*, const char*>{"th", "ใบไม้ต้องการแสงแดด น้ำ และอากาศ เพื่อสร้างอาหารของตนเอง ครูให้นักเรียนดูใบไม้"},
        {"km", "ស្លឹកឈើត្រូវការពន្លឺ ទឹក និងខ្យល់ ដើម្បីបង្កើតអាហារ"},
        {"my", "အရွက်များသည် အလင်းရောင်၊ ရေနှင့် လေကို လိုအပ်သည်။ ကျောင်းသားများ လေ့လာကြသည်။"},
        {"vi", "Lá cây cần ánh sáng, nước và không khí để tạo ra thức ăn. Học sinh quan sát chiếc lá."},
        {"zh-Hans", "叶子需要阳光、水和空气来制造养分。学生观察叶子。"},
        {"zh-Hant", "葉子需要陽光、水和空氣來製造養分。學生觀察葉子。"},
        {"ms-Arab", "داون ممرلوکن چهاي، اير دان اودارا. موريد ملهت داون."},
        {"ta", "இலைகளுக்கு ஒளி, நீர் மற்றும் காற்று தேவை. மாணவர்கள் இலையைப் பார்க்கிறார்கள்."},
        {"lo", "ໃບໄມ້ຕ້ອງການແສງແດດ ນ້ຳ ແລະ ອາກາດ ເພື່ອສ້າງອາຫານ"},
        {"shn", "မႂ်ႇသုင်ၶႃႈ ၵူၼ်းတႆး ၵႂႃႇႁဵၼ်းလိၵ်ႈ ဝၼ်းၼႆႉ"},
        {"id", "Daun membutuhkan cahaya, air, dan udara untuk membuat makanan."}}) {
    CAPTURE(each.first);
    CHECK(language::examine(each.second, each.first).empty());
  }
}

TEST_CASE("Zawgyi is told from Unicode, and other languages of the script are left alone") {
  const std::string zawgyi = "ျမန္မာႏိုင္ငံ၏ ေက်ာင္းသားမ်ားသည္ စာေမးပြဲ ေျဖဆိုၾကသည္";
  const auto found = language::examine(zawgyi, "my");
  REQUIRE(has(found, TextDefect::zawgyi));
  CHECK(found.back().suggestion.starts_with("မြန်မာ"));
  CHECK_FALSE(has(language::examine(zawgyi, "shn"), TextDefect::zawgyi));
  CHECK(has(language::examine(zawgyi + "။ ေပၚေပါက္လာသည္ ေခၚေဆာင္သြားသည္", "my"), TextDefect::zawgyi));
  CHECK(has(language::examine(zawgyi, ""), TextDefect::zawgyi));
  for (const char* tag : {"", "my", "en"}) {
    CHECK(language::examine("ညးဂမၠိုၚ် ဂှ် ပ္ဍဲကဵု ဍုၚ်မန် ဟွံမွဲ ကၠောန်ဗဒှ် ဂလိုၚ် ဗွဲမဂၠိုၚ်", tag).empty());
    CHECK(language::examine("ဘာသာမန် ဂှ် ဂွံဂစိုတ် အာတ်မိက် ညးတံ ကဵုညးဂမၠိုၚ် ဂွံဂစဳ အာတ်ဳ ညးဴ", tag).empty());
  }
  CHECK(language::chance_of(TextDefect::zawgyi, "mnw-MM") == language::Chance::none);
  CHECK(language::chance_of(TextDefect::zawgyi, "my") == language::Chance::likely);
}

TEST_CASE("signs behind words and between letters are no Vietnamese") {
  for (const char* text : {"Word®, Excel®, PowerPoint®, Outlook®", "a×b, c×d, e×f, g×h", "N·m, V·A, W·h, A·h",
                           "Los valores: «abrir», «cerrar», «guardar» y «salir»", "col·lecció, paral·lel, il·lusió",
                           "Lan¹, Mai¹, Hoa² và Nam³", "GrÃ¶ÃŸe, MÃ¼ller, schÃ¶n, trÃ¨s, oÃ¹, IÃ±igo", "2½h, 3¼h, 1¾h"})
    for (const char* tag : {"", "en", "vi"}) {
      CAPTURE(text);
      CAPTURE(tag);
      CHECK_FALSE(has(language::examine(text, tag), TextDefect::legacy_vietnamese));
    }
  const std::string tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, ®µo t¹o gi¸o viªn tiÓu häc";
  CHECK(has(language::examine(tcvn3, ""), TextDefect::legacy_vietnamese));
  CHECK_FALSE(has(language::examine(tcvn3, "es"), TextDefect::legacy_vietnamese));
  CHECK(language::chance_of(TextDefect::legacy_vietnamese, "es") == language::Chance::none);
}

TEST_CASE("TCVN3 text is told, and what it means is said") {
  const auto found = language::examine("Céng hßa x· héi chñ nghÜa ViÖt Nam, ®µo t¹o gi¸o viªn tiÓu häc", "vi");
  REQUIRE(has(found, TextDefect::legacy_vietnamese));
  CHECK_FALSE(
      has(language::examine("Précis à côté: 20 ± 0,5 µm, 3 · 4 © 2020 ®", "fr"), TextDefect::legacy_vietnamese));
  CHECK(language::examine_font("'.VnTime', serif"));
  CHECK(language::examine_font("VNI-Times"));
  CHECK_FALSE(language::examine_font("Arial, sans-serif"));
  CHECK_FALSE(language::examine_font("Verdana"));
}

TEST_CASE("orders of Thai and Lao marks that no normalization repairs") {
  CHECK(has(language::examine("นํ้าเเละ", "th"), TextDefect::mark_order));
  CHECK(has(language::examine("ที\u0E48\u0E35", "th"), TextDefect::mark_order));
  CHECK_FALSE(has(language::examine("น้ำและที่", "th"), TextDefect::mark_order));
}

TEST_CASE("private use, radicals, letters apart, Jawi look-alikes") {
  CHECK(has(language::examine("a \uF0A7 b", "en"), TextDefect::private_use));
  CHECK(language::examine("a \uF0A7 b", "en").back().sample == "a \u25A1 b");
  CHECK(language::examine(" \uE5CD ", "en").empty());
  CHECK(has(language::examine("\u2F42化", "zh-Hans"), TextDefect::kangxi));
  CHECK_FALSE(has(language::examine("\u2EA1化", "zh-Hans"), TextDefect::kangxi));
  CHECK(has(language::examine("bai ho\u0323c", "vi"), TextDefect::decomposed));
  CHECK(has(language::examine("\u0643ميليه", "ms-Arab"), TextDefect::jawi_letters));
  CHECK_FALSE(has(language::examine("\u0643تاب", "ar"), TextDefect::jawi_letters));
}

TEST_CASE("the language of a text by its letters") {
  CHECK(guess_language(count(repeated("ใบไม้ต้องการแสงแดด", 20))).tag == "th");
  CHECK(guess_language(count(repeated("Lá cây cần ánh sáng, nước và không khí để tạo ra thức ăn", 8))).tag == "vi");
  CHECK(guess_language(count(repeated("学生观察叶子并记录结果发现问题", 20))).tag == "zh-Hans");
  CHECK(guess_language(count(repeated("學生觀察葉子並記錄結果發現問題", 20))).tag == "zh-Hant");
  CHECK(guess_language(count(repeated("siswa belajar tentang daun yang membutuhkan cahaya dan air untuk hidup", 8)))
            .tag == "id");
  CHECK(guess_language(count(repeated("The leaf is the part of a plant that makes food from light", 10))).tag == "en");
  CHECK(guess_language(count("short")).tag.empty());
  CHECK(fits("en", count(repeated("The leaf", 30))));
  CHECK_FALSE(fits("en", count(repeated("ใบไม้ต้องการแสงแดด", 20))));
  CHECK_FALSE(fits("en", count(repeated("ใบไม้ต้องการแสงแดดทุกวัน Word Excel", 20))));
  CHECK(fits("en", count(repeated("ใบไม้ต้องการแสงแดดทุกวัน and the leaf is", 20))));
  CHECK(guess_language(count(repeated("лист делает пищу из света", 20))).script == Script::cyrillic);
}

TEST_CASE("identity numbers by their check digit, and nothing else") {
  CHECK(language::examine_identity("身份证 11010519491231002X"));
  CHECK_FALSE(language::examine_identity("身份证 110105194912310021"));
  CHECK_FALSE(language::examine_identity("time 1609459200000"));
  CHECK_FALSE(language::examine_identity("a1101051949123100"));
  CHECK(language::examine_mailbox(R"({"actor":{"mbox":"mailto:somebody@school.ac.th"}})"));
  CHECK_FALSE(language::examine_mailbox(R"({"actor":{"mbox":"mailto:learner@example.org"}})"));
}

TEST_CASE("licences that exist and licences that do not") {
  CHECK(licence_of("CC-BY-SA-4.0") == LicenceKind::known);
  CHECK(licence_of("CC-BY-3.0-IGO") == LicenceKind::known);
  CHECK(licence_of("CC-BY-4.0-IGO") == LicenceKind::invented);
  CHECK(licence_of("CC-BY") == LicenceKind::invented);
  CHECK(licence_of("CC-BY-5.0") == LicenceKind::invented);
  CHECK(licence_of("https://creativecommons.org/licenses/by-nc/4.0/") == LicenceKind::known);
  CHECK(licence_of("http://creativecommons.org/licenses/by/3.0/deed.th") == LicenceKind::known);
  CHECK(licence_of("MIT") == LicenceKind::known);
  CHECK(licence_of("free for all") == LicenceKind::unknown);
}
