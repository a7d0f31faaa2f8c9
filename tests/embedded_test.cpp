// What ships inside the program: found by path, and the bytes of the source tree.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "embedded.hpp"
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
    const bool packed = file.path.starts_with("catalogues/");
    const std::string source =
        packed ? "validators/messages/" + std::string(file.path.substr(11)) + ".json" : std::string(file.path);
    std::ifstream stream(std::filesystem::path(ASSAY_SOURCE_DIR) / source, std::ios::binary);
    REQUIRE(stream);
    std::string bytes(std::istreambuf_iterator<char>(stream), {});
    if (packed) {
      const auto parsed = json::parse(source, std::move(bytes));
      REQUIRE(parsed);
      bytes = messages::pack(**parsed);
    }
    CHECK((bytes == file.bytes));
  }
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
