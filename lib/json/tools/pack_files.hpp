// What the programs of the build share that pack JSON files of the project.
#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

#include "json/document.hpp"

namespace assay::json {

/// Writes `pack` of each file to `place` of its name, below `out`. The exit code of the program: one that cannot be
/// read, or does not stand as it is read, stops the build.
template <class Place, class Pack>
int pack_files(const char* program, const std::filesystem::path& from, const std::filesystem::path& out,
               std::span<char*> files, Place place, Pack pack) {
  int failures = 0;
  const auto fail = [&](const std::string& text) {
    std::fprintf(stderr, "%s: %s\n", program, text.c_str());
    ++failures;
  };
  for (const std::string path : files) {
    std::ifstream file(from / path, std::ios::binary);
    if (!file) {
      fail(path + " cannot be read");
      continue;
    }
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const auto parsed = parse(path, bytes);
    if (!parsed) {
      const Problem& problem = parsed.problem();
      fail(path + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " + problem.message);
      continue;
    }
    if (!(*parsed)->duplicate_keys.empty() || (*parsed)->bytes != bytes) {
      fail(path + " has a key twice, or is no UTF-8 without a mark in front");
      continue;
    }
    const std::filesystem::path made = out / place(path);
    std::filesystem::create_directories(made.parent_path());
    std::ofstream packed(made, std::ios::binary);
    packed << pack(**parsed);
    packed.close();
    if (!packed) fail("cannot write " + made.string());
  }
  return failures == 0 ? 0 : 1;
}

}  // namespace assay::json
