// Build step: JSON files of the project → what a start needs of each, packed, by the same path.
//   compile_documents PROJECT_DIR OUT_DIR FILE…      FILE relative to the project
#include "json/packed.hpp"
#include "json/tools/pack_files.hpp"

int main(int argc, char** argv) {
  if (argc < 4) return std::fprintf(stderr, "usage: compile_documents PROJECT_DIR OUT_DIR FILE...\n"), 2;
  return assay::json::pack_files(
      argv[0], argv[1], argv[2], {argv + 3, argv + argc}, [](const std::string& path) { return path; },
      assay::json::pack);
}
