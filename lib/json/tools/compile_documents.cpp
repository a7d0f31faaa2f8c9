// Build step: JSON files of the project → what a start needs of each, packed. One that cannot be read stops the build.
//   compile_documents PROJECT_DIR OUT_DIR FILE…      FILE and what is made of it by their path in the project
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "json/packed.hpp"

int main(int argc, char** argv) {
  if (argc < 4) return std::fprintf(stderr, "usage: compile_documents PROJECT_DIR OUT_DIR FILE...\n"), 2;
  int failures = 0;
  const auto fail = [&](const std::string& text) {
    std::fprintf(stderr, "compile_documents: %s\n", text.c_str());
    ++failures;
  };
  for (int i = 3; i < argc; ++i) {
    const std::string path = argv[i];
    std::ifstream file(std::filesystem::path(argv[1]) / path, std::ios::binary);
    if (!file) {
      fail(path + " cannot be read");
      continue;
    }
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const auto parsed = assay::json::parse(path, bytes);
    if (!parsed) {
      const assay::Problem& problem = parsed.problem();
      fail(path + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " + problem.message);
      continue;
    }
    if (!(*parsed)->duplicate_keys.empty() || (*parsed)->bytes != bytes) {
      fail(path + " has a key twice, or is no UTF-8 without a mark in front");
      continue;
    }
    const auto made = std::filesystem::path(argv[2]) / path;
    std::filesystem::create_directories(made.parent_path());
    std::ofstream out(made, std::ios::binary);
    out << assay::json::pack(**parsed);
    out.close();
    if (!out) fail("cannot write " + made.string());
  }
  return failures == 0 ? 0 : 1;
}
