// What ships inside the program: found by path, and the bytes of the source tree.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "embedded.hpp"
#include "json/packed.hpp"
#include "messages/packed.hpp"

using namespace assay;

TEST_CASE("embedded files are sorted, each path once") {
  const auto files = embedded_files();
  REQUIRE(files.size() > 100);
  const auto not_before = [](const EmbeddedFile& a, const EmbeddedFile& b) { return a.path >= b.path; };
  CHECK(std::adjacent_find(files.begin(), files.end(), not_before) == files.end());
}

TEST_CASE("every embedded file is found by its path and equals its source") {
  for (const EmbeddedFile& file : embedded_files()) {
    CAPTURE(file.path);
    CHECK(embedded_file(file.path).data() == file.bytes.data());
    if (file.path.starts_with("pools/") || file.path == "schemas/names.txt") {  // made by the build
      CHECK(!file.bytes.empty());
      continue;
    }
    const bool catalogue = file.path.starts_with("catalogues/"), document = file.path.starts_with("documents/");
    const std::string own(file.path.substr(catalogue ? 11 : document ? 10 : 0));
    const std::string source = catalogue ? "validators/messages/" + own + ".json" : own;
    std::ifstream stream(std::filesystem::path(ASSAY_SOURCE_DIR) / source, std::ios::binary);
    REQUIRE(stream);
    std::string bytes(std::istreambuf_iterator<char>(stream), {});
    if (catalogue || document) {
      const auto parsed = json::parse(source, std::move(bytes));
      REQUIRE(parsed);
      bytes = catalogue ? messages::pack(**parsed) : json::pack(**parsed);
    }
    CHECK((bytes == file.bytes));
  }
}

TEST_CASE("a packed document is the one that was parsed") {
  const std::string text = R"({ "a": [1, -2.50, "\u00e9\n"], "": {"b": null, "c": true}, "long": "" })";
  const auto parsed = json::parse("d.json", text);
  REQUIRE(parsed);
  const std::string packed = json::pack(**parsed);
  const auto unpacked = json::unpack("d.json", text, packed);
  CHECK(unpacked->file == "d.json");
  CHECK(unpacked->bytes == (*parsed)->bytes);
  CHECK(json::pack(*unpacked) == packed);
  const JsonNode top = root(*unpacked), list = member(top, "a"), second = next_sibling(first_child(list));
  CHECK(size(top) == 3);
  CHECK(size(list) == 3);
  CHECK(type(second) == JsonType::number);
  CHECK(content(second) == "-2.50");
  CHECK(content(next_sibling(second)) == "é\n");
  CHECK(parent(second) == list);
  CHECK(json::pointer(second) == "/a/1");
  CHECK(json::position(second).column == 12);
  CHECK(boolean(member(member(top, ""), "c")));
  CHECK(key(next_sibling(list)).empty());
}

TEST_CASE("a path that is not embedded has no bytes") {
  CHECK(embedded_file("spec/nothing.json").data() == nullptr);
  CHECK(embedded_file("").data() == nullptr);
  CHECK(embedded_file("spec/").data() == nullptr);
  CHECK(embedded_under("spec/nothing/").empty());
}

TEST_CASE("a prefix gives its files and no others") {
  const auto files = embedded_under("schemas/");
  REQUIRE(!files.empty());
  const auto all = embedded_files();
  const auto expected =
      std::count_if(all.begin(), all.end(), [](const EmbeddedFile& f) { return f.path.starts_with("schemas/"); });
  CHECK(files.size() == static_cast<std::size_t>(expected));
  for (const EmbeddedFile& file : files) CHECK(file.path.starts_with("schemas/"));
}
