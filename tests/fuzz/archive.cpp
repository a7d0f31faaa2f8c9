// Any bytes as a package: listed, every entry read, judged under the floor.
#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "archive/archive.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const assay::Store store;
  static const auto profile = *assay::resolve(store, {{"scorm-1.2"}, {}});
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  assay::Limits limits;
  limits.document_bytes = 1 << 20;
  limits.inflated_bytes = 8 << 20;
  limits.entries = 1'000;
  const auto archive = assay::archive::Archive::open({"fuzz.zip", &bytes}, limits);
  if (archive)
    for (std::uint32_t i = 0; i < archive->entries().size() && i < 20; ++i) {
      bool whole = false;
      (void)archive->read_head(i, limits.document_bytes, whole);
    }
  const auto package = assay::open({"fuzz.zip", &bytes}, limits);
  if (package) (void)assay::validate(*package, profile, limits);
  return 0;
}
