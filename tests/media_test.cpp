// Films and sounds by their containers: what is told, however the bytes come, and what is not believed.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <assay/media.hpp>
#include <assay/package.hpp>

#include "media/recording.hpp"
#include "vectors/zip_writer.hpp"

using namespace assay;
using media::Facts;

namespace {

std::string big(std::uint64_t value, unsigned size) {
  std::string out(size, '\0');
  for (unsigned i = 0; i < size; ++i) out[size - 1 - i] = static_cast<char>(value >> (8 * i));
  return out;
}
std::string little(std::uint64_t value, unsigned size) {
  const std::string out = big(value, size);
  return {out.rbegin(), out.rend()};
}
std::string box(const std::string& type, const std::string& content) {
  return big(8 + content.size(), 4) + type + content;
}
std::string zeros(std::size_t count) { return std::string(count, '\0'); }

const std::string brand = box("ftyp", "isom" + zeros(4));
const std::string data = box("mdat", std::string(5'000, 'x'));

std::string movie_header(std::uint32_t scale, std::uint32_t duration) {
  return box("mvhd", zeros(12) + big(scale, 4) + big(duration, 4) + zeros(80));
}
std::string track(const std::string& handler, const std::string& sample) {
  return box("trak", box("tkhd", zeros(84)) +
                         box("mdia", box("mdhd", zeros(24)) + box("hdlr", zeros(8) + handler + zeros(13)) +
                                         box("minf", box("stbl", box("stsd", zeros(4) + big(1, 4) + sample) +
                                                                     box("stsz", zeros(3'000))))));
}
std::string picture(const std::string& type, const std::string& inside = {}) {
  return box(type, zeros(24) + big(640, 2) + big(360, 2) + zeros(50) + inside);
}
std::string sound(const std::string& type, const std::string& inside = {}) { return box(type, zeros(28) + inside); }
std::string object_type(char type) {
  return box("esds", zeros(4) + "\x03\x80\x80\x80\"" + zeros(3) + "\x04\x80\x80\x80\x14" + type + zeros(12));
}
std::string index_of(const std::string& tracks) { return box("moov", movie_header(600, 90'300) + tracks); }
const std::string usual = track("vide", picture("avc1")) + track("soun", sound("mp4a", object_type('\x40')));

// As a reader of a file would: `step` bytes at a time, and only what is wanted.
Facts look(const std::string& bytes, std::size_t step = 1 << 14, std::uint64_t* handed = nullptr) {
  media::Recording recording(bytes.size());
  for (std::uint64_t at = 0; at < bytes.size();) {
    const std::string_view piece = std::string_view(bytes).substr(at, step);
    if (handed) *handed += piece.size();
    const std::uint64_t next = recording.see(at, piece);
    if (next == ~0ull) break;
    REQUIRE(next >= at + piece.size());
    at = next;
  }
  recording.finish();
  return recording.facts();
}

std::string_view name(const media::Track& track) { return track.codec ? track.codec->name : std::string_view(); }

std::string element(std::uint64_t id, unsigned id_bytes, const std::string& content) {
  return big(id, id_bytes) + big(0x0800000000ull | content.size(), 5) + content;
}
std::string web_film(const std::string& kind, const std::string& codec) {
  const std::string head = element(0x1A45DFA3, 4, element(0x4282, 2, kind));
  const std::string info =
      element(0x1549A966, 4, element(0x2AD7B1, 3, big(1'000'000, 4)) + element(0x4489, 2, big(0x40AF400000000000, 8)));
  const std::string entry =
      element(0xAE, 1,
              element(0x83, 1, big(1, 1)) + element(0x86, 1, codec) +
                  element(0xE0, 1, element(0xB0, 1, big(320, 2)) + element(0xBA, 1, big(240, 2))));
  const std::string songs = element(0xAE, 1, element(0x83, 1, big(2, 1)) + element(0x86, 1, "A_OPUS"));
  return head + element(0x18538067, 4,
                        info + element(0xEC, 1, zeros(9'000)) + element(0x1654AE6B, 4, entry + songs) +
                            element(0x1F43B675, 4, zeros(100)));
}

}  // namespace

TEST_CASE("an MP4 tells codecs, size, duration and where its index stands, however its bytes come") {
  for (const bool behind : {false, true}) {
    const std::string film = behind ? brand + data + index_of(usual) : brand + index_of(usual) + data;
    for (const std::size_t step : {1, 7, 4'096, 100'000}) {
      const Facts facts = look(film, step);
      CHECK(facts.container == "mp4");
      CHECK(name(facts.video) == "h264");
      CHECK(name(facts.sound) == "aac");
      CHECK(facts.width == 640);
      CHECK(facts.height == 360);
      CHECK(facts.milliseconds == 150'500);
      CHECK((facts.index == media::Index::behind) == behind);
    }
  }
}

TEST_CASE("only what tells something is read of a film") {
  std::uint64_t handed = 0;
  const Facts facts = look(brand + box("mdat", zeros(1 << 20)) + index_of(usual), 4'096, &handed);
  CHECK(facts.index == media::Index::behind);
  CHECK(handed < 20'000);
}

TEST_CASE("codecs that share a four-character code are told apart") {
  const auto video = [](const std::string& sample) { return look(brand + index_of(track("vide", sample))).video; };
  const auto voice = [](const std::string& sample) { return look(brand + index_of(track("soun", sample))).sound; };
  CHECK(name(video(picture("mp4v", object_type('\x20')))) == "mpeg4");
  CHECK(name(video(picture("mp4v", object_type('\x61')))) == "mpeg2");
  CHECK(name(video(picture("mp4v"))) == "mpeg4");
  CHECK(name(video(picture("hev1"))) == "h265");
  CHECK(name(video(picture("avc1", box("avcC", "\1\x64")))) == "h264");
  CHECK(name(video(picture("avc1", box("avcC", "\1\x6E")))) == "h264-10");
  CHECK(name(video(picture("av01"))) == "av1");
  CHECK(name(voice(sound("mp4a", object_type('\x6B')))) == "mp3");
  CHECK(name(voice(sound("Opus"))) == "opus");
  CHECK(name(voice(sound(".mp3"))) == "mp3");
  CHECK(voice(sound("zzzz")).codec == nullptr);
  CHECK(voice(sound("zzzz")).mark == "zzzz");
}

TEST_CASE("durations: of the fragments, of a track, or not told") {
  const std::string fragments =
      box("moov", movie_header(600, 0) + box("mvex", box("mehd", zeros(4) + big(1'200, 4))) + usual);
  CHECK(look(brand + fragments + data).milliseconds == 2'000);
  const std::string unsaid = box("moov", movie_header(600, 0) + box("mvex", box("trex", zeros(24))) + usual);
  const std::string segments = box("sidx", zeros(8) + big(1'000, 4) + zeros(10) + big(2, 2) + zeros(4) + big(1'500, 4) +
                                               zeros(8) + big(2'000, 4) + zeros(4));
  CHECK(look(brand + unsaid + segments + data).milliseconds == 3'500);
  CHECK(look(brand + unsaid + data).milliseconds == 0);
  CHECK(look(brand + box("moov", movie_header(600, 0xFFFFFFFF) + usual)).milliseconds == 0);
  CHECK(look(brand + box("moov", movie_header(0, 5) + usual)).milliseconds == 0);
}

TEST_CASE("boxes that lie") {
  const std::string wide = brand + big(1, 4) + "mdat" + big(16 + 50, 8) + zeros(50) + index_of(usual);
  CHECK(look(wide).index == media::Index::behind);
  const std::string rest = brand + index_of(usual) + zeros(4) + "mdat" + zeros(100);  // to the end of the file
  CHECK(look(rest).index == media::Index::front);
  CHECK(look(brand + big(1, 4) + "mdat" + big(~0ull, 8) + zeros(50) + index_of(usual)).video.mark.empty());
  CHECK(look(brand + big(4, 4) + "mdat" + index_of(usual)).video.mark.empty());
  const std::string whole = brand + index_of(usual);
  for (std::size_t size = 0; size < whole.size(); size += 13) (void)look(whole.substr(0, size), 64);
  std::string nested = picture("avc1");
  for (int i = 0; i < 2'000; ++i) nested = box("trak", nested);
  CHECK(look(brand + box("moov", nested)).video.mark.empty());
  std::string many;  // more boxes than any film has
  for (int i = 0; i < 30'000; ++i) many += box("free", "");
  CHECK(look(brand + many + index_of(usual)).video.mark.empty());
}

TEST_CASE("QuickTime, WebM and Matroska") {
  CHECK(look(box("ftyp", "qt  " + zeros(4)) + index_of(usual)).container == "mov");
  CHECK(look(box("wide", "") + data + index_of(usual)).container == "mov");
  const Facts web = look(web_film("webm", "V_VP9"), 100);
  CHECK(web.container == "webm");
  CHECK(name(web.video) == "vp9");
  CHECK(name(web.sound) == "opus");
  CHECK(web.milliseconds == 4'000);
  CHECK(web.width == 320);
  CHECK(look(web_film("matroska", "V_MPEG4/ISO/AVC")).container == "mkv");
  CHECK(look(web_film("other", "V_VP9")).container.empty());
  const std::string whole = web_film("webm", "V_VP8");
  for (std::size_t size = 0; size < whole.size(); size += 7) (void)look(whole.substr(0, size), 64);
}

TEST_CASE("AVI, WAV, Ogg, MP3 and FLAC") {
  const std::string avi = "RIFF" + zeros(4) + "AVI LIST" + little(4 + 8 + 56 + 12 + 8 + 56 + 8 + 40, 4) + "hdrlavih" +
                          little(56, 4) + little(40'000, 4) + zeros(12) + little(250, 4) + zeros(12) + little(800, 4) +
                          little(600, 4) + zeros(16) + "LIST" + little(4 + 8 + 56 + 8 + 40, 4) + "strlstrh" +
                          little(56, 4) + "vidsXVID" + zeros(48) + "strf" + little(40, 4) + zeros(16) + "XVID" +
                          zeros(20) + "LIST" + little(4, 4) + "movi";
  CHECK(look(avi).container == "avi");
  CHECK(name(look(avi).video) == "mpeg4");
  CHECK(look(avi).milliseconds == 10'000);
  CHECK(look(avi).width == 800);
  std::string boundless = avi;
  boundless.replace(avi.find("avih") + 8, 56, std::string(56, '\xFF'));
  CHECK(look(boundless).container == "avi");
  CHECK(look(boundless).milliseconds == 0);
  CHECK(look(boundless).width == 0);
  const std::string wav = "RIFF" + zeros(4) + "WAVEfmt " + little(16, 4) + little(1, 2) + little(1, 2) +
                          little(8'000, 4) + little(16'000, 4) + zeros(4) + "data" + little(32'000, 4) + zeros(32'000);
  CHECK(look(wav).milliseconds == 2'000);
  CHECK(name(look(wav).sound) == "pcm");
  const auto page = [](char flags, std::uint64_t samples, const std::string& content) {
    return std::string("OggS") + '\0' + flags + little(samples, 8) + little(7, 4) + zeros(8) + '\1' +
           static_cast<char>(content.size()) + content;
  };
  const std::string ogg = page(2, 0, std::string("OpusHead\1\2", 10) + little(312, 2) + zeros(7)) +
                          page(0, 48'312, zeros(200)) + page(4, 96'312, zeros(200));
  CHECK(look(ogg).milliseconds == 2'000);
  CHECK(name(look(ogg).sound) == "opus");
  std::string frames;  // 128 kbit/s, 44,100 Hz
  for (int i = 0; i < 100; ++i) frames += "\xFF\xFB\x90\x64" + zeros(413);
  CHECK(look("ID3" + std::string("\4\0\0\0\0\2\0", 7) + zeros(256) + frames).milliseconds == 100 * 1'152'000 / 44'100);
  CHECK(look(frames).container == "mp3");
  const std::string flac = "fLaC" + zeros(14) + big(48'000ull << 44 | 96'000, 8);
  CHECK(look(flac).milliseconds == 2'000);
  CHECK(look("fLaC" + zeros(14) + big(1ull << 44 | 0xFFFFFFFFF, 8)).milliseconds == 0);
  const std::string tag = "ID3" + std::string("\4\0\0\0\0\2\0", 7) + zeros(256);
  CHECK(look(tag + flac).container == "flac");
  CHECK(look(tag + flac).milliseconds == 2'000);
  CHECK(look(tag + "\xFF\xF1" + zeros(400)).container == "aac");
  CHECK(look(tag).container.empty());
  CHECK(look(tag + zeros(5'000)).container.empty());
  CHECK(look("neither").container.empty());
  CHECK(look("").container.empty());
}

TEST_CASE("the same film, stored, deflated and in a folder, within the limit of bytes") {
  const std::string film = brand + box("mdat", zeros(300'000)) + index_of(usual);
  std::vector<vectors::ZipEntry> entries(5);
  const char* names[] = {"imsmanifest.xml", "a.mp4", "b.MP4", "b.avi", "__MACOSX/._a.mp4"};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].name = names[i];
    entries[i].content = vectors::Blob(i == 0 ? "<manifest/>" : i == 3 ? "RIFF" + zeros(4) + "AVI " : film);
    entries[i].deflate = i == 2;
  }
  const std::string zip = *vectors::write_zip(entries, {}).flat();
  const auto package = open({"p.zip", &zip});
  REQUIRE(package);
  const auto all = recordings(*package);
  REQUIRE(all.size() == 3);
  CHECK_FALSE(recordings_incomplete(*package));
  for (const Recording& each : {all[0], all[1]}) {
    CHECK(each.read);
    CHECK(each.film);
    CHECK(each.video == "h264");
    CHECK(each.index == Recording::Index::behind);
    CHECK(each.playable == Playable::everywhere);
  }
  CHECK(all[2].obstacle == "AVI");
  CHECK(all[2].playable == Playable::twin);  // b.MP4 stands beside it

  char folder[] = "/tmp/assay-media-XXXXXX";
  REQUIRE(::mkdtemp(folder));
  std::ofstream(std::string(folder) + "/imsmanifest.xml") << "<manifest/>";
  std::ofstream(std::string(folder) + "/a.mp4", std::ios::binary) << film;
  const auto directory = open({folder});
  REQUIRE(directory);
  REQUIRE(recordings(*directory).size() == 1);
  CHECK(recordings(*directory)[0].index == Recording::Index::behind);
  std::filesystem::remove_all(folder);

  Limits tight;
  tight.verify_bytes = 60'000;
  const auto limited = open({"p.zip", &zip}, tight);
  REQUIRE(limited);
  CHECK(recordings_incomplete(*limited));
  CHECK(recordings(*limited)[0].read);        // stored: what tells nothing is not read
  CHECK_FALSE(recordings(*limited)[1].read);  // deflated: what tells nothing is unpacked all the same
}
