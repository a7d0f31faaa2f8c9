// Any bytes as JSON: read, every value located.
#include "json/document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto parsed = assay::json::parse("fuzz.json", std::string(reinterpret_cast<const char*>(data), size));
  if (!parsed) return 0;
  for (std::uint32_t i = 0; i < (*parsed)->values.size(); ++i) {
    const assay::JsonNode node{parsed->get(), i};
    (void)assay::json::position(node);
    (void)assay::json::pointer(node).size();
  }
  return 0;
}
