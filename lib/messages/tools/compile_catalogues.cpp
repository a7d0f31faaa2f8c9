// Build step: validators/messages/<tag>.json → one packed catalogue each.
//   compile_catalogues OUT_DIR FILE…
#include "json/tools/pack_files.hpp"
#include "messages/packed.hpp"

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: compile_catalogues OUT_DIR FILE...\n"), 2;
  return assay::json::pack_files(
      argv[0], "", argv[1], {argv + 2, argv + argc},
      [](const std::string& path) { return std::filesystem::path(path).stem(); }, assay::messages::pack);
}
