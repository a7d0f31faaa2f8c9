// The texts of the candidate specifications keep in step with the registry, in both languages.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>

#include <assay/store.hpp>

#include "profile/store_data.hpp"

using namespace assay;

namespace {

std::string read(const std::string& path) {
  std::ifstream stream(std::filesystem::path(ASSAY_SOURCE_DIR) / path, std::ios::binary);
  REQUIRE_MESSAGE(stream.good(), path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// What stands between ** and **, at the start of a line.
std::set<std::string> numbers(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t at = text.find("\n**"); at != std::string::npos; at = text.find("\n**", at + 3)) {
    const std::string word = text.substr(at + 3, text.find("**", at + 3) - at - 3);
    if (word.find('-') != std::string::npos && word.find(' ') == std::string::npos) found.insert(word);
  }
  return found;
}

constexpr const char* overlays[] = {"cn", "my", "sg", "id", "th", "vn", "ph", "kh", "la", "mm", "bn", "tl"};

}  // namespace

TEST_CASE("both editions have exactly the statements of the registry") {
  const Store store;
  std::size_t rows = 0;
  for (const std::string& id : store.data().family_ids()) {
    if (!id.starts_with("acs-")) continue;
    const auto family = store.data().family(id);
    REQUIRE(family.ok());
    const std::string english = read("spec/" + id + "/specification.md");
    const std::string chinese = read("spec/" + id + "/specification.zh-Hans.md");
    std::set<std::string> registry;
    for (const auto& [row_id, row] : (*family)->rows) {
      CAPTURE(row_id);
      registry.insert(row_id);
      const std::size_t at = english.find("\n**" + row_id + "** (");
      REQUIRE(at != std::string::npos);
      const std::string line = english.substr(at + 1, english.find('\n', at + 1) - at - 1);
      CHECK(line.ends_with(") " + std::string(content(member(row, "statement")))));
      CHECK(line.find("(" + std::string(content(member(row, "level")))) != std::string::npos);
    }
    rows += registry.size();
    CHECK(numbers(english) == registry);
    CHECK(numbers(chinese) == registry);
    CHECK(english.find("candidate, unofficial") != std::string::npos);
    CHECK(chinese.find("候选稿，非官方") != std::string::npos);
  }
  CHECK(rows >= 115);
}

TEST_CASE("all overlays resolve together, and their order does not matter") {
  const Store store;
  std::vector<std::string> list(std::begin(overlays), std::end(overlays));
  const auto first = resolve(store, {{"acs-basic-0.1"}, list});
  REQUIRE_MESSAGE(first.ok(), first.problem().message);
  CHECK((*first)->overlays.size() == 12);
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(list.begin(), list.end(), random);
    const auto shuffled = resolve(store, {{"acs-basic-0.1"}, list});
    REQUIRE(shuffled.ok());
    CHECK((*shuffled)->digest == (*first)->digest);
  }
}

TEST_CASE("each overlay resolves alone on each publishing profile") {
  const Store store;
  for (const char* profile : {"acs-0.1", "acs-higher-0.1", "acs-vocational-0.1", "acs-basic-0.1"})
    for (const char* overlay : overlays) {
      const auto resolved = resolve(store, {{profile}, {overlay}});
      CHECK_MESSAGE(resolved.ok(), profile << " with " << overlay);
    }
}

TEST_CASE("dated data names its source and its date") {
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(ASSAY_SOURCE_DIR) / "schemas/acs-data-1")) {
    const std::string text = read("schemas/acs-data-1/" + entry.path().filename().string());
    CAPTURE(entry.path().filename().string());
    CHECK(text.find("\"source\"") != std::string::npos);
    CHECK(text.find("\"date\"") != std::string::npos);
  }
}
