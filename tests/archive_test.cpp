#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "archive/archive.hpp"
#include "text/encode.hpp"
#include "vectors/run.hpp"
#include "vectors/zip_writer.hpp"

using namespace assay;
using vectors::ZipEntry;

namespace {

Result<archive::Archive> open_bytes(const std::string& bytes, const Limits& limits = {}) {
  return archive::Archive::open({"p.zip", &bytes}, limits);
}

std::string zip_of(const std::vector<ZipEntry>& entries, const vectors::ZipLies& lies = {}) {
  return *vectors::write_zip(entries, lies).flat();
}

std::vector<ZipEntry> two_entries() {
  std::vector<ZipEntry> entries(2);
  entries[0].name = "a.html";
  entries[0].content = vectors::Blob(std::string(1'000, 'a'));
  entries[0].deflate = true;
  entries[1].name = "b/é.txt";
  entries[1].content = vectors::Blob("b");
  return entries;
}

Result<std::string> read(const archive::Archive& archive, std::uint32_t entry, std::uint64_t limit) {
  bool whole = false;
  auto bytes = archive.read_head(entry, limit, whole);
  CHECK((!bytes || whole));
  return bytes;
}

}  // namespace

TEST_CASE("entries and their bytes, deflated and stored") {
  const std::string zip = zip_of(two_entries());
  const auto archive = open_bytes(zip);
  REQUIRE(archive);
  REQUIRE(archive->entries().size() == 2);
  CHECK(archive->entries()[1].name == "b/é.txt");
  CHECK(archive->entries()[0].method == 8);
  CHECK(*read(*archive, 0, 10'000) == std::string(1'000, 'a'));
  CHECK(*read(*archive, 1, 10'000) == "b");
  bool whole = true;
  CHECK(archive->read_head(0, 999, whole)->size() == 999);
  CHECK_FALSE(whole);
  CHECK(archive->sha256().size() == 64);
}

TEST_CASE("a zip cut anywhere or with any byte turned never crashes, and says what it is") {
  const std::string zip = zip_of(two_entries());
  for (std::size_t size = 0; size < zip.size(); ++size) {
    const std::string cut = zip.substr(0, size);
    const auto archive = open_bytes(cut);
    CHECK_FALSE(archive);
  }
  for (std::size_t at = 0; at < zip.size(); ++at) {
    std::string turned = zip;
    turned[at] = static_cast<char>(~turned[at]);
    const auto archive = open_bytes(turned);
    if (!archive) continue;
    for (std::uint32_t i = 0; i < archive->entries().size(); ++i) (void)read(*archive, i, 10'000);
  }
}

TEST_CASE("damage has a name") {
  CHECK(open_bytes("").problem().code == "empty-file");
  CHECK(open_bytes("hello").problem().code == "not-a-zip");
  CHECK(open_bytes("Rar!\x1A\x07").problem().message.find("RAR") != std::string::npos);
  CHECK(open_bytes("<!DOCTYPE html><html>").problem().message.find("HTML") != std::string::npos);
  const std::string zip = zip_of(two_entries());
  CHECK(open_bytes(zip.substr(0, zip.size() / 2)).problem().code == "truncated-zip");
  const std::string nothing = zip_of({});
  CHECK(open_bytes(nothing).problem().code == "empty-zip");
  CHECK(archive::Archive::open({"/no/such/file"}, {}).problem().code == "not-found");
  CHECK(archive::Archive::open({"/dev/null"}, {}).problem().code == "not-readable");
  Limits limits;
  limits.entries = 1;
  CHECK(open_bytes(zip, limits).problem().code == "limit-entries");
}

TEST_CASE("lies of a zip are not believed") {
  auto entries = two_entries();
  entries[0].central.crc = 1;
  entries[0].local.crc = 1;
  const std::string wrong_crc = zip_of(entries);
  const auto archive = open_bytes(wrong_crc);
  REQUIRE(archive);
  CHECK(read(*archive, 0, 10'000).problem().code == "damaged-entry");
  entries = two_entries();
  entries[1].central.flags = entries[1].local.flags = 1;
  const std::string encrypted = zip_of(entries);
  CHECK(read(*open_bytes(encrypted), 1, 100).problem().code == "encrypted-entry");
}

TEST_CASE("a name in a header is read as the names of the package are") {
  std::vector<ZipEntry> entries(3);
  const char* names[] = {"第一章/导言.html", "图片/封面.jpg", "练习题（一）.docx"};
  for (int i = 0; i < 3; ++i) {
    entries[i].name = *text::encode(names[i], "GB18030");
    entries[i].local.flags = entries[i].central.flags = 0;
  }
  entries[1].local.name = *text::encode("图片/底.jpg", "GB18030");  // alone, it could be Big5 or Shift_JIS
  const std::string zip = zip_of(entries);
  const auto archive = open_bytes(zip);
  REQUIRE(archive);
  CHECK(archive->name_vote().charset == "gb18030");
  std::string told;
  for (const archive::Defect& defect : archive->defects())
    for (const auto& [name, value] : defect.arguments)
      if (name == "header") told += value;
  CHECK(told == "图片/底.jpg");
}

TEST_CASE("data in front of a zip and comments behind do not hide it") {
  vectors::ZipLies lies;
  lies.comment = "a comment";
  const std::string zip = zip_of(two_entries(), lies);
  REQUIRE(open_bytes(zip));
}

TEST_CASE("XML and JSON documents stand alone, in UTF-16 too") {
  const std::string xml = "\n <a/>", json = "{}";
  CHECK(open_bytes(xml)->kind() == archive::Kind::document);
  CHECK(open_bytes(json)->kind() == archive::Kind::document);
  const std::string wide = *text::encode("<?xml version=\"1.0\"?><a/>", "UTF-16");
  CHECK(open_bytes(wide)->kind() == archive::Kind::document);
}

TEST_CASE("a directory: regular files, sorted, links not followed") {
  const vectors::TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() + "/p/sub");
  std::filesystem::create_symlink("/etc/passwd", folder.path() + "/p/link");
  std::filesystem::create_directory_symlink("..", folder.path() + "/p/loop");
  for (const char* name : {"/p/b", "/p/a", "/p/sub/c"}) {
    FILE* file = std::fopen((folder.path() + name).c_str(), "wb");
    REQUIRE(file);
    std::fputs("x", file);
    std::fclose(file);
  }
  const auto archive = archive::Archive::open({folder.path() + "/p"}, {});
  REQUIRE(archive);
  std::vector<std::string> names;
  for (const Entry& entry : archive->entries()) names.emplace_back(entry.name);
  CHECK(names == std::vector<std::string>{"a", "b", "link", "loop", "sub/c"});
  CHECK(*read(*archive, 4, 10) == "x");
  CHECK_FALSE(read(*archive, 2, 10));
  CHECK((archive->entries()[2].external_attributes >> 16 & 0xF000) == 0xA000);
}

TEST_CASE("a file of a directory that changes or becomes a link after it was listed is not read") {
  const vectors::TemporaryFolder folder;
  for (const char* name : {"/a", "/b"}) std::ofstream(folder.path() + name) << "x";
  const auto archive = archive::Archive::open({folder.path()}, {});
  REQUIRE(archive);
  std::ofstream(folder.path() + "/a", std::ios::app) << "y";
  std::filesystem::remove(folder.path() + "/b");
  std::filesystem::create_symlink("/etc/hostname", folder.path() + "/b");
  REQUIRE_FALSE(read(*archive, 0, 10));
  CHECK(read(*archive, 0, 10).problem().code == "changed-file");
  CHECK_FALSE(read(*archive, 1, 10));
}

TEST_CASE("a table of contents larger than its limit is not read") {
  const std::string zip = zip_of(two_entries());
  Limits limits;
  limits.directory_bytes = 50;
  CHECK(open_bytes(zip, limits).problem().code == "limit-directory-bytes");
}
