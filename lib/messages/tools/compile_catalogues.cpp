// Build step: validators/messages/<tag>.json → one packed catalogue each. One that cannot be read stops the build.
//   compile_catalogues OUT_DIR FILE…
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "messages/packed.hpp"

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: compile_catalogues OUT_DIR FILE...\n"), 2;
  int failures = 0;
  const auto fail = [&](const std::string& text) {
    std::fprintf(stderr, "compile_catalogues: %s\n", text.c_str());
    ++failures;
  };
  for (int i = 2; i < argc; ++i) {
    const std::filesystem::path path(argv[i]);
    std::ifstream file(path, std::ios::binary);
    const auto parsed = assay::json::parse(path, std::string(std::istreambuf_iterator<char>(file), {}));
    if (!file || !parsed) {
      fail(path.string() + (parsed ? " cannot be read"
                                   : ":" + std::to_string(parsed.problem().line) + ":" +
                                         std::to_string(parsed.problem().column) + ": " + parsed.problem().message));
      continue;
    }
    if (!(*parsed)->duplicate_keys.empty()) {
      fail(path.string() + " has a key twice");
      continue;
    }
    std::ofstream out(std::filesystem::path(argv[1]) / path.stem(), std::ios::binary);
    out << assay::messages::pack(**parsed);
    out.close();
    if (!out) fail("cannot write into " + std::string(argv[1]));
  }
  return failures == 0 ? 0 : 1;
}
