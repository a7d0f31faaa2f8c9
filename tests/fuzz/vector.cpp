// Any bytes as a vector: an error with a place, or a package that is built from a base that ships.
#include <string>

#include <assay/store.hpp>

#include "json/document.hpp"
#include "vectors/vector.hpp"

namespace {

// Vectors may ask for gigabytes; a fuzzer must not: no number of six digits, none with an exponent.
bool asks_for_much(const std::string& text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (digits > 0 && (c == 'e' || c == 'E')) return true;
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits > 5) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const assay::Store store;
  static const auto suite = *assay::vectors::Suite::load(store, "");
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (asks_for_much(text)) return 0;
  auto parsed = assay::json::parse("fuzz.json", text);
  if (!parsed) return 0;
  auto file = assay::vectors::read_vector("fuzz.json", std::move(*parsed));
  if (!file) return 0;
  file->vector.family = "imscp";
  file->vector.version = "1.1.2";
  (void)assay::vectors::build(suite, file->vector);
  return 0;
}
