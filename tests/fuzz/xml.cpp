// Any bytes as a manifest: decoded, parsed, diagnosed, judged.
#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "text/decode.hpp"
#include "xml/parse.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const assay::Store store;
  static const auto profile = *assay::resolve(store, {{"scorm-1.2"}, {}});
  const auto decoded = assay::text::decode_xml(std::string(reinterpret_cast<const char*>(data), size));
  const auto parsed = assay::xml::parse("fuzz.xml", decoded.utf8, "scorm-1.2", {});
  for (const auto& defect : parsed.defects) (void)assay::xml::path(defect.node);
  const auto package = assay::open({"imsmanifest.xml", &decoded.utf8});
  if (package) (void)assay::validate(*package, profile);
  return 0;
}
