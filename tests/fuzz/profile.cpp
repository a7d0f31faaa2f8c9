// Any bytes as a profile: an error with a place, or a profile; never anything else.
#include <assay/store.hpp>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  assay::Store store;
  store.override_file("validators/profiles/fuzz/profile.json", std::string(reinterpret_cast<const char*>(data), size));
  (void)assay::resolve(store, {{"fuzz"}, {}});
  return 0;
}
