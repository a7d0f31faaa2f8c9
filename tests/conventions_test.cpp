// The laws of the source tree, checked over the source tree.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <assay/store.hpp>

namespace fs = std::filesystem;
using namespace assay;

namespace {

const fs::path source = ASSAY_SOURCE_DIR;

struct File {
  std::string path, text;
};

std::vector<File> files_under(const std::string& folder) {
  std::vector<File> out;
  for (const auto& entry : fs::recursive_directory_iterator(source / folder)) {
    const std::string extension = entry.path().extension().string();
    if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".hpp")) continue;
    std::ifstream stream(entry.path());
    out.push_back({entry.path().lexically_relative(source).generic_string(),
                   std::string(std::istreambuf_iterator<char>(stream), {})});
  }
  return out;
}

std::ptrdiff_t lines_of(const File& file) { return std::count(file.text.begin(), file.text.end(), '\n'); }

}  // namespace

TEST_CASE("each third-party world is included by its one directory") {
  const std::vector<std::pair<std::string, std::string>> owners = {
      {"<zip.h>", "lib/archive/"},  {"<re2/", "lib/text/"},      {"<unicode/", "lib/text/"},
      {"<openssl/", "lib/text/"},   {"<xercesc/", "lib/xml/"},   {"<libxml/", "lib/xpath/"},
      {"<rapidjson/", "lib/json/"}, {"<valijson/", "lib/json/"}, {"<CLI/", "cli/"}};
  for (const char* folder : {"lib", "cli", "validators"})
    for (const File& file : files_under(folder))
      for (const auto& [include, owner] : owners)
        if (file.text.find("#include " + include) != std::string::npos)
          CHECK_MESSAGE(file.path.starts_with(owner), file.path << " includes " << include);
}

TEST_CASE("no std::regex is written, and valijson and CLI11 are included once") {
  int valijson = 0, cli11 = 0;
  for (const char* folder : {"lib", "cli", "validators"})
    for (const File& file : files_under(folder)) {
      CHECK_MESSAGE(file.text.find("#include <regex>") == std::string::npos, file.path);
      valijson += file.text.find("#include <valijson/") != std::string::npos ? 1 : 0;
      cli11 += file.text.find("#include <CLI/") != std::string::npos ? 1 : 0;
    }
  CHECK(valijson == 1);
  CHECK(cli11 == 1);
}

TEST_CASE("files stay readable in one sitting") {
  for (const char* folder : {"lib", "cli", "tests"})
    for (const File& file : files_under(folder))
      CHECK_MESSAGE(lines_of(file) <= 400, file.path << " has " << lines_of(file) << " lines");
  for (const File& file : files_under("validators"))
    CHECK_MESSAGE(lines_of(file) <= 80, file.path << " has " << lines_of(file) << " lines");
}

TEST_CASE("rule ids name the defect, and a native rule's file is its name") {
  const Store store;
  for (const ProfileInfo& info : store.profiles()) {
    const auto profile = resolve(store, {{info.id}, {}});
    REQUIRE(profile);
    for (const Rule& rule : (*profile)->rules) {
      CAPTURE(rule.id);
      const std::string name = rule.id.substr(rule.id.find('.') + 1);
      CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
      for (const char* word : {"must", "should", "invalid", "check"}) CHECK(name.find(word) == std::string::npos);
      CHECK(name.find_first_not_of("0123456789-") != std::string::npos);
      CHECK_FALSE(rule.fix.empty());
      if (rule.kind != "native") continue;
      std::string stem = name;
      std::replace(stem.begin(), stem.end(), '-', '_');
      CHECK(fs::exists(source / "validators" / rule.id.substr(0, rule.id.find('.')) / (stem + ".cpp")));
    }
  }
}
